namespace SecurityReview.Analyzers.Tests.ContextValidation.Authorization;

/// <summary>Programs of minimal APIs.</summary>
public class MinimalProgramTests
{
    private const string Usings = """
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Linq;
        using System.Reflection;
        using System.Security.Claims;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Http.HttpResults;
        using Microsoft.AspNetCore.Identity;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Logging;

        """;

    private const string Todos = """

        public class Todo { public int Id { get; set; } public string Title { get; set; } = ""; public bool IsDone { get; set; } public string OwnerId { get; set; } = ""; }
        public class TodoDb(DbContextOptions<TodoDb> options) : DbContext(options) { public DbSet<Todo> Todos => Set<Todo>(); }
        """;

    private static Task JudgesAsync(string program) => ReviewedProgram.IsAProgramAsync(Usings + program);

    [Fact]
    public Task TodoGroup_WithOneRouteBesideIt() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddDbContext<TodoDb>();
        builder.Services.AddAuthentication().AddCookie();
        builder.Services.AddAuthorizationBuilder().AddPolicy("admin", policy => policy.RequireRole("admin"));
        var app = builder.Build();

        var todos = app.MapGroup("/todoitems").RequireAuthorization();
        todos.MapGet("/", async (TodoDb db) => await db.Todos.ToListAsync());
        todos.MapPost("/", async (Todo todo, TodoDb db) => { db.Todos.Add(todo); await db.SaveChangesAsync(); return TypedResults.Created($"/todoitems/{todo.Id}", todo); });
        todos.MapPut("/{id}", UpdateTodo);
        app.MapDelete("/todoitems/{id}", DeleteTodo); // SECR3003
        app.Run();

        static async Task<Results<NoContent, NotFound>> UpdateTodo(int id, Todo input, TodoDb db)
        {
            if (await db.Todos.FindAsync(id) is not { } todo)
                return TypedResults.NotFound();
            todo.Title = input.Title;
            await db.SaveChangesAsync();
            return TypedResults.NoContent();
        }

        static async Task<IResult> DeleteTodo(int id, TodoDb db) => await db.Todos.Where(x => x.Id == id).ExecuteDeleteAsync() == 1 ? Results.NoContent() : Results.NotFound();
        """ + Todos);

    [Fact]
    public Task ExtensionsThatReturnTheApplication() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.AddIdentity();
        var app = builder.Build();
        app.UseIdentity().MapTodos().MapComments();
        app.Run();

        public static class Setup
        {
            public static WebApplicationBuilder AddIdentity(this WebApplicationBuilder builder) { builder.Services.AddAuthorization(); return builder; }
            public static WebApplication UseIdentity(this WebApplication app) { app.UseAuthentication(); app.UseAuthorization(); return app; }
        }

        public static class TodoEndpoints
        {
            public static WebApplication MapTodos(this WebApplication app)
            {
                var group = app.MapGroup("todos").WithTags("Todos");
                group.MapPost("", Create).RequireAuthorization();
                group.MapPatch("{id:int}/done", Finish); // SECR3003
                return app;
            }

            private static async Task<IResult> Create(Todo todo, TodoDb db, ClaimsPrincipal user) { todo.OwnerId = user.FindFirstValue("sub")!; db.Add(todo); await db.SaveChangesAsync(); return Results.Ok(); }
            private static Task<int> Finish(int id, TodoDb db) => db.Todos.Where(x => x.Id == id).ExecuteUpdateAsync(set => set.SetProperty(x => x.IsDone, true));
        }

        public static class CommentEndpoints
        {
            public static WebApplication MapComments(this WebApplication app)
            {
                RouteGroupBuilder comments = app.MapGroup("/comments");
                comments.MapPost("/", (string text) => text.Length);
                comments.MapDelete("/{id}", (int id) => id);
                comments.RequireAuthorization(policy => policy.RequireAuthenticatedUser());
                return app;
            }
        }
        """ + Todos);

    [Fact]
    public Task EndpointClassesFoundByReflection() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthorization();
        builder.Services.AddEndpoints(Assembly.GetExecutingAssembly());
        var app = builder.Build();
        app.MapEndpoints();
        app.Run();

        public interface IEndpoint { void MapEndpoint(IEndpointRouteBuilder app); }

        public static class EndpointExtensions
        {
            public static IServiceCollection AddEndpoints(this IServiceCollection services, Assembly assembly)
            {
                foreach (var type in assembly.DefinedTypes.Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IEndpoint))))
                    services.AddTransient(typeof(IEndpoint), type);
                return services;
            }

            public static IApplicationBuilder MapEndpoints(this WebApplication app, RouteGroupBuilder? routeGroupBuilder = null)
            {
                IEnumerable<IEndpoint> endpoints = app.Services.GetRequiredService<IEnumerable<IEndpoint>>();
                IEndpointRouteBuilder builder = routeGroupBuilder is null ? app : routeGroupBuilder;
                foreach (IEndpoint endpoint in endpoints)
                    endpoint.MapEndpoint(builder);
                return app;
            }
        }

        internal sealed class CreateTodo : IEndpoint
        {
            public void MapEndpoint(IEndpointRouteBuilder app) =>
                app.MapPost("todos", async (Todo todo, TodoDb db, CancellationToken ct) => { db.Todos.Add(todo); await db.SaveChangesAsync(ct); return Results.Ok(todo.Id); })
                    .WithTags("Todos")
                    .RequireAuthorization();
        }

        internal sealed class DeleteTodo : IEndpoint
        {
            public void MapEndpoint(IEndpointRouteBuilder app) =>
                app.MapDelete("todos/{id:int}", (int id, TodoDb db) => db.Todos.Where(x => x.Id == id).ExecuteDeleteAsync()) // SECR3003
                    .WithTags("Todos");
        }

        internal sealed class Login : IEndpoint
        {
            public void MapEndpoint(IEndpointRouteBuilder app) => app.MapPost("users/login", (string name) => name);
        }
        """ + Todos);

    [Fact]
    public Task EndpointClassesFoundByReflection_InASecuredGroup() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthorization();
        var app = builder.Build();
        var versioned = app.MapGroup("api/v{version:int}").RequireAuthorization();
        foreach (var endpoint in app.Services.GetServices<IEndpoint>())
            endpoint.Map(versioned);
        app.Run();

        public interface IEndpoint { void Map(IEndpointRouteBuilder routes); }
        public class Create : IEndpoint { public void Map(IEndpointRouteBuilder routes) => routes.MapPost("todos", (Todo todo) => todo.Id); }
        public class Delete : IEndpoint { public void Map(IEndpointRouteBuilder routes) { routes.MapDelete("todos/{id}", Handle); } private static IResult Handle(int id) => Results.Ok(id); }
        """ + Todos);

    [Fact]
    public Task GroupClassesWithTheirOwnMapMethods() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.MapEndpoints();
        app.Run();

        public abstract class EndpointGroupBase { public virtual string? GroupName => null; public abstract void Map(RouteGroupBuilder groupBuilder); }

        public static class WebApplicationExtensions
        {
            private static RouteGroupBuilder MapGroup(this WebApplication app, EndpointGroupBase group) => app.MapGroup($"/api/{group.GroupName ?? group.GetType().Name}").WithTags("x");

            public static WebApplication MapEndpoints(this WebApplication app)
            {
                foreach (var type in Assembly.GetExecutingAssembly().GetExportedTypes().Where(t => t.IsSubclassOf(typeof(EndpointGroupBase))))
                {
                    if (Activator.CreateInstance(type) is EndpointGroupBase instance)
                        instance.Map(app.MapGroup(instance));
                }

                return app;
            }
        }

        public static class RouteBuilderExtensions
        {
            public static RouteHandlerBuilder MapPost(this IEndpointRouteBuilder builder, Delegate handler, string pattern = "") => builder.MapPost(pattern, handler).WithName(handler.Method.Name);
            public static RouteHandlerBuilder MapDelete(this IEndpointRouteBuilder builder, Delegate handler, string pattern) => builder.MapDelete(pattern, handler).WithName(handler.Method.Name);
        }

        public class TodoItems : EndpointGroupBase
        {
            public override void Map(RouteGroupBuilder groupBuilder)
            {
                groupBuilder.MapPost(CreateTodoItem).RequireAuthorization();
                groupBuilder.MapDelete(DeleteTodoItem, "{id}"); // SECR3003
            }

            public Created<int> CreateTodoItem(Todo todo) => TypedResults.Created("/x", todo.Id);
            public NoContent DeleteTodoItem(int id) => TypedResults.NoContent();
        }
        """ + Todos);

    [Fact]
    public Task Modules() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.MapGroup("/secure").RequireAuthorization().MapModule<OrdersModule>();
        app.MapModule<CartModule>();
        app.Run();

        public interface IModule { static abstract IEndpointRouteBuilder Map(IEndpointRouteBuilder endpoints); }
        public static class ModuleExtensions
        {
            public static IEndpointRouteBuilder MapModule<T>(this IEndpointRouteBuilder endpoints) where T : IModule => T.Map(endpoints);
        }
        public class OrdersModule : IModule { public static IEndpointRouteBuilder Map(IEndpointRouteBuilder endpoints) { endpoints.MapPost("/orders", () => 1).RequireAuthorization(); return endpoints; } }
        public class CartModule : IModule { public static IEndpointRouteBuilder Map(IEndpointRouteBuilder endpoints) { endpoints.MapPost("/cart", [Authorize] () => 1); endpoints.MapPut("/cart/{id}", [AllowAnonymous] (int id) => id); return endpoints; } }
        """);

    [Fact]
    public Task ApiKeyByAnEndpointFilter() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthorization();
        var app = builder.Build();
        var partner = app.MapGroup("/partner").AddEndpointFilter<PartnerFilter>();
        partner.MapPost("/orders", (Todo todo) => todo.Id);
        var logged = app.MapGroup("/logged").AddEndpointFilter<TimingFilter>();
        logged.MapPost("/orders", (Todo todo) => todo.Id); // SECR3003
        app.MapPost("/keyed", (Todo todo) => todo.Id).RequireApiKey();
        app.MapGet("/me", (ClaimsPrincipal user) => user.Identity?.Name).RequireAuthorization();
        app.Run();

        public class PartnerFilter(IConfiguration configuration) : IEndpointFilter
        {
            public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
            {
                if (context.HttpContext.Request.Headers["X-Partner"] != configuration["Partner"])
                    return TypedResults.Unauthorized();
                return await next(context);
            }
        }

        public class TimingFilter(ILogger<TimingFilter> logger) : IEndpointFilter
        {
            public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) { logger.LogInformation("before"); return await next(context); }
        }

        public static class Conventions
        {
            public static TBuilder RequireApiKey<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder => builder.AddEndpointFilter<TBuilder, PartnerFilter>();
        }
        """ + Todos);

    [Fact]
    public Task IdentityEndpointsHealthAndWebhooks() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthorization();
        builder.Services.AddIdentityApiEndpoints<IdentityUser>();
        builder.Services.AddHealthChecks();
        var app = builder.Build();
        app.MapGroup("/account").MapIdentityApi<IdentityUser>();
        app.MapHealthChecks("/healthz");
        app.MapPost("/account/logout", async (SignInManager<IdentityUser> manager, [FromBody] object empty) => { await manager.SignOutAsync(); return Results.Ok(empty); }).RequireAuthorization();
        app.MapPost("/webhooks/github", async (HttpRequest request) => { await request.ReadFromJsonAsync<Todo>(); });
        app.MapPost("/payments/{provider}/callback", (string provider) => provider);
        app.MapPost("/profile", (Todo todo, TodoDb db) => { db.Add(todo); return db.SaveChangesAsync(); }); // SECR3003
        app.Run();
        """ + Todos);

    [Fact]
    public Task LocalFunctionsThatMapParts() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthentication();
        builder.Services.AddAuthorization();
        var app = builder.Build();
        MapPublic(app.MapGroup("/public"));
        MapAdmin(app.MapGroup("/admin"));
        MapUser(app.MapGroup("/user").RequireAuthorization());
        app.Run();

        void MapPublic(RouteGroupBuilder group)
        {
            group.AllowAnonymous();
            group.MapPost("/feedback", (string text) => text);
            group.MapPost("/vote", (int id) => id).RequireAuthorization(); // SECR3004
        }

        void MapAdmin(RouteGroupBuilder group)
        {
            group.RequireAuthorization(new AuthorizeAttribute { Roles = "admin" });
            group.MapDelete("/users/{id}", (int id) => id);
        }

        void MapUser(IEndpointRouteBuilder group) => group.MapPost("/orders", (int id) => id).WithName("x");
        """);

    [Fact]
    public Task MappingMethodWithTwoCallers() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.MapGroup("/v1").MapOrders();
        app.MapGroup("/v2").RequireAuthorization().MapOrders();
        app.Run();

        public static class Orders
        {
            public static void MapOrders(this RouteGroupBuilder group)
            {
                group.MapPost("/orders", (int id) => id); // SECR3003
                group.MapGet("/orders", () => 1);
            }
        }
        """);

    [Fact]
    public Task HandlersThatCheckThemselves() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthorization();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<CurrentUser>();
        var app = builder.Build();
        app.MapPost("/a", (HttpContext context, TodoDb db) =>
        {
            if (context.User.Identity is not { IsAuthenticated: true })
                return Results.Challenge();
            return Results.Ok(db.Todos.Count());
        });
        app.MapPost("/b", async (CurrentUser user, TodoDb db) => { await user.RequireAsync("todo.write"); return db.Todos.Count(); });
        app.MapPost("/c", (CurrentUser user) => user.Name);
        app.MapPost("/d", (ClaimsPrincipal user, Todo todo, TodoDb db) => { todo.OwnerId = user.FindFirstValue("sub")!; db.Add(todo); return db.SaveChangesAsync(); }); // SECR3003
        app.MapDelete("/e/{id}", async (int id, IAuthorizationService service, ClaimsPrincipal user, TodoDb db) =>
        {
            var todo = await db.Todos.FindAsync(id);
            return (await service.AuthorizeAsync(user, todo, "owner")).Succeeded ? Results.Ok() : Results.NotFound();
        });
        app.Run();

        public class CurrentUser(IHttpContextAccessor accessor)
        {
            public string Name => accessor.HttpContext?.User.Identity?.Name ?? throw new UnauthorizedAccessException();
            public Task RequireAsync(string permission) => accessor.HttpContext!.User.HasClaim("permission", permission) ? Task.CompletedTask : throw new UnauthorizedAccessException();
        }
        """ + Todos);

    [Fact]
    public Task FallbackPolicyWithOpenRoutes() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthorization(options =>
        {
            options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        });
        var app = builder.Build();
        app.MapPost("/orders", (Todo todo) => todo.Id);
        app.MapPost("/contact", (string text) => text).AllowAnonymous();
        var open = app.MapGroup("/open").AllowAnonymous();
        open.MapPut("/x", () => 1);
        app.Run();
        """ + Todos);

    [Fact]
    public Task ProgramWithoutUsers() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<ConcurrentDictionary<int, Todo>>();
        var app = builder.Build();
        app.UseHttpsRedirection();
        app.UseAuthorization();
        app.MapPost("/todos", (Todo todo, ConcurrentDictionary<int, Todo> todos) => todos[todo.Id] = todo);
        app.MapDelete("/todos/{id}", (int id, ConcurrentDictionary<int, Todo> todos) => todos.TryRemove(id, out _));
        app.Run();
        """ + Todos);

    [Fact]
    public Task ApiKeyMiddleware() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.UseApiKeys();
        app.MapPost("/todos", (Todo todo) => todo.Id);
        app.Run();

        public static class ApiKeys { public static IApplicationBuilder UseApiKeys(this IApplicationBuilder app) => app.UseMiddleware<ApiKeyMiddleware>(); }
        public class ApiKeyMiddleware(RequestDelegate next, IConfiguration configuration)
        {
            public async Task InvokeAsync(HttpContext context)
            {
                if (!context.Request.Headers.TryGetValue("X-Api-Key", out var key) || key != configuration["ApiKey"])
                {
                    context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                    return;
                }

                await next(context);
            }
        }
        """ + Todos);

    [Fact]
    public Task RouteGroupInAField() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthorization();
        var app = builder.Build();
        new Api(app).Map();
        app.Run();

        public sealed class Api
        {
            private readonly RouteGroupBuilder _users;
            private readonly IEndpointRouteBuilder _root;

            public Api(WebApplication app)
            {
                _root = app;
                _users = app.MapGroup("/users").RequireAuthorization();
            }

            public void Map()
            {
                _users.MapPost("/", (string name) => name);
                _root.MapPut("/settings", (string name) => name); // SECR3003
                _root.MapPost("/search", (string text) => text.Length);
            }
        }
        """);

    [Fact]
    public Task AttributesOnMappingClasses() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.MapInvoices();
        app.MapPost("/bills", Bills.Create);
        app.Run();

        [Authorize(Roles = "Accounting")] // SECR3004
        public static class Invoices
        {
            public static IEndpointRouteBuilder MapInvoices(this IEndpointRouteBuilder routes)
            {
                routes.MapPost("/invoices", (int id) => id);
                return routes;
            }
        }

        [Authorize] // SECR3004
        public static class Bills
        {
            public static IResult Create(int id) => Results.Ok(id);
        }
        """);

    [Fact]
    public Task DevelopmentOnlyAnonymousAccess() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthorization();
        builder.Services.AddControllers();
        var app = builder.Build();
        if (app.Environment.IsDevelopment())
            app.MapControllers().AllowAnonymous();
        else
            app.MapControllers().RequireAuthorization();
        var tools = app.MapGroup("/tools").RequireAuthorization();
        if (builder.Environment.IsDevelopment())
            tools.AllowAnonymous();
        tools.MapPost("/flush", () => 1);
        app.Run();
        public class ThingsController : ControllerBase { [HttpPost, Authorize] public void Create() { } [HttpPut] public void Update() { } }
        """);
}
