namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>Code around contexts that are passed in.</summary>
internal static class ContextCode
{
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Security.Claims;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;

        """;

    private const string Types = """
        public record UserContext(string? UserId, Guid? TenantId, bool IsAdmin);
        public record GivenContext(string UserId, Guid TenantId, bool IsAdmin);
        public class Doc { public int Id { get; set; } public string OwnerId { get; set; } = ""; public string FarmId { get; set; } = ""; public Guid TenantId { get; set; } public string Title { get; set; } = ""; }
        public class DocDb : DbContext { public DbSet<Doc> Docs => Set<Doc>(); }
        public interface IContextAccessor { UserContext Context { get; } UserContext GetContext(); }
        public static class ContextValidator { public static void Validate(UserContext context) { if (context.UserId is null) throw new UnauthorizedAccessException(); } }
        """;

    /// <summary>Members of a service, and further types.</summary>
    public static string Service(string members, string types = "") => $$"""
        {{Usings}}
        public sealed class DocService(DocDb db, IContextAccessor accessor)
        {
            private bool IsReady => db is not null && accessor is not null;
            {{members}}
        }
        {{Types}}
        {{types}}
        """;

    /// <summary>Types of a web application with controllers that maps them.</summary>
    public static string Web(string types) => $$"""
        {{Usings}}
        {{types}}
        public static class Program
        {
            public static void Start(string[] args)
            {
                var builder = WebApplication.CreateBuilder(args);
                builder.Services.AddControllers();
                builder.Services.AddAuthorization();
                var app = builder.Build();
                app.UseAuthentication();
                app.UseAuthorization();
                app.MapControllers();
                app.Run();
            }
        }
        """;
}
