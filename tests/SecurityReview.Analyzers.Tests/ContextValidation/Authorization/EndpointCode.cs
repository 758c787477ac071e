using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.ContextValidation.Authorization;

/// <summary>Programs with endpoints, for the rules about authorization.</summary>
internal static class EndpointCode
{
    public const string Usings = """
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Linq;
        using System.Reflection;
        using System.Security.Claims;
        using System.Threading.Tasks;
        using Grpc.Core;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Authorization;
        using Microsoft.AspNetCore.Mvc.Filters;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.AspNetCore.SignalR;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        """;

    public const string Model = """

        public class Order { public int Id { get; set; } public string UserId { get; set; } = ""; public decimal Total { get; set; } }
        public class Shop(DbContextOptions<Shop> options) : DbContext(options) { public DbSet<Order> Orders => Set<Order>(); }
        """;

    /// <summary>A program that uses authorization and maps controllers, pages and a hub.</summary>
    public static string Mapped(string code, string setUp = "") => $$"""
        {{Usings}}
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers();
        builder.Services.AddRazorPages();
        builder.Services.AddAuthentication();
        builder.Services.AddAuthorization();
        {{setUp}}
        var app = builder.Build();
        app.MapControllers();
        app.MapRazorPages();
        app.Run();
        {{code}}
        {{Model}}
        """;

    /// <summary>A program whose start-up code ends with routes.</summary>
    public static string Routes(string routes, string code = "", string setUp = "") => $$"""
        {{Usings}}
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthorization();
        {{setUp}}
        var app = builder.Build();
        {{routes}}
        app.Run();
        {{code}}
        {{Model}}
        """;

    /// <summary>The settings of a program.</summary>
    public static Setting Program { get; } = Setting.Program;
}
