namespace SecurityReview.Analyzers.Tests.ContextValidation.Authorization;

/// <summary>Programs whose authorization comes from unusual places.</summary>
public class OtherProgramTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.ApplicationModels;
        using Microsoft.AspNetCore.Mvc.Authorization;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        """;

    private static Task JudgesAsync(string program) => ReviewedProgram.IsAProgramAsync(Usings + program);

    [Fact]
    public Task ModulesThatALibraryCalls() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.MapCarter();
        app.Run();

        public interface ICarterModule { void AddRoutes(IEndpointRouteBuilder app); }
        public static class CarterExtensions
        {
            public static IEndpointRouteBuilder MapCarter(this IEndpointRouteBuilder builder)
            {
                foreach (var module in builder.ServiceProvider.GetServices<ICarterModule>())
                    module.AddRoutes(builder);
                return builder;
            }
        }

        public class ActorsModule : ICarterModule
        {
            public void AddRoutes(IEndpointRouteBuilder app)
            {
                app.MapPost("/actors", (string name) => name).RequireAuthorization();
                app.MapDelete("/actors/{id:int}", (int id) => id); // SECR3003
            }
        }
        """);

    [Fact]
    public Task ConventionThatChoosesControllers() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers(options => options.Conventions.Add(new SecureByDefault()));
        var app = builder.Build();
        app.MapControllers();
        app.Run();

        public class SecureByDefault : IControllerModelConvention
        {
            public void Apply(ControllerModel controller) { if (controller.ControllerName != "Home") controller.Filters.Add(new AuthorizeFilter()); }
        }

        public class OrdersController : ControllerBase { [HttpPost] public IActionResult Create() => Ok(); }
        """);

    [Fact]
    public Task EntryPointClassWithHelpers() => JudgesAsync("""
        public static class Program
        {
            public static async Task Main(string[] args)
            {
                var builder = WebApplication.CreateBuilder(args);
                ConfigureServices(builder.Services);
                await using var app = builder.Build();
                Configure(app);
                ConfigureRoutes(app);
                await app.RunAsync();
            }

            private static void ConfigureServices(IServiceCollection services) => services.AddAuthorization(options => options.AddPolicy("staff", policy => policy.RequireRole("staff")));

            private static void Configure(IApplicationBuilder app)
            {
                app.UseAuthentication();
                app.UseAuthorization();
            }

            private static void ConfigureRoutes(IEndpointRouteBuilder routes)
            {
                var staff = Secure(routes.MapGroup("/staff"));
                staff.MapPost("/shifts", (int id) => id);
                routes.MapPost("/shifts/swap", (int id) => id); // SECR3003
            }

            private static RouteGroupBuilder Secure(RouteGroupBuilder group) => group.RequireAuthorization("staff");
        }
        """);

    [Fact]
    public Task RoutesInALoopAndDelegatesInVariables() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthorization();
        var app = builder.Build();
        Func<int, IResult> remove = id => Results.Ok(id);
        app.MapDelete("/things/{id}", remove); // SECR3003
        foreach (var name in new[] { "cars", "pets" })
        {
            var group = app.MapGroup("/" + name);
            group.MapPost("/", (string text) => text).RequireAuthorization();
            group.MapGet("/", () => name);
        }

        app.Run();
        """);

    [Fact]
    public Task GroupThatTheHostPasses_IsNotKnown() => ReviewedProgram.IsALibraryAsync(Usings + """
        namespace Plugin
        {
            public static class Routes
            {
                public static RouteGroupBuilder MapPlugin(this RouteGroupBuilder group)
                {
                    group.MapPost("/items", (string name) => name);
                    group.MapDelete("/items/{id}", (int id) => id).RequireAuthorization("admin");
                    return group;
                }
            }
        }
        """);

    [Fact]
    public Task AnonymousPipelineOfAStaticSite() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication();
        var app = builder.Build();
        app.UseStaticFiles();
        app.UseAuthentication();
        app.UseRouting();
        app.UseAuthorization();
        app.UseEndpoints(endpoints =>
        {
            endpoints.MapGet("/", () => "hello");
            endpoints.MapPost("/language", (string code) => code).AllowAnonymous();
            endpoints.MapPost("/basket", (int id) => id); // SECR3003
        });
        app.Run();
        """);
}
