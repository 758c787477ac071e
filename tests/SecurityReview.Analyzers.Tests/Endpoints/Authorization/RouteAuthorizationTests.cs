using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Tests.Endpoints.Authorization;

/// <summary>Who may call route handlers, hubs and pages: groups and conventions, however the builder gets there.</summary>
public class RouteAuthorizationTests
{
    [Fact]
    public void ChainsAndGroups() => AuthorizationCode.Judges(
        """
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapPost("/a", () => 1);
        app.MapPost("/b", () => 1).RequireAuthorization();
        app.MapPost("/c", [Authorize(Roles = "Admin")] () => 1);
        app.MapPost("/d", () => 1).WithName("d").RequireAuthorization("p").WithTags("x");
        var api = app.MapGroup("/api").WithTags("x").RequireAuthorization();
        api.MapPost("/e", () => 1);
        api.MapPost("/f", () => 1).AllowAnonymous();
        var admin = api.MapGroup("/admin");
        admin.RequireAuthorization(policy => policy.RequireRole("Admin"));
        admin.MapDelete("/g", () => 1);
        var open = app.MapGroup("/open").AllowAnonymous();
        open.MapPost("/h", () => 1).RequireAuthorization();
        app.MapPost("/i", Save);
        app.MapPost("/j", Keep).RequireAuthorization();
        var late = app.MapPost("/k", () => 1);
        late.RequireAuthorization();
        app.MapPost("/l", () => 1).AddEndpointFilter<KeyFilter>();
        app.MapPost("/m", () => 1).AddEndpointFilter(async (context, next) => context.HttpContext.Request.Headers.ContainsKey("k") ? await next(context) : Results.Unauthorized());
        app.MapPost("/n", () => 1).AddEndpointFilter(async (context, next) => await next(context)).DisableAntiforgery();
        app.MapPost("/o", () => 1).RequireCors("x").RequireHost("a");
        app.MapPost("/p", () => 1).WithMetadata(new AuthorizeAttribute("p"));
        static int Save() => 1;
        static int Keep() => 1;
        public class KeyFilter : IEndpointFilter { public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => context.Arguments.Count > 3 ? Results.StatusCode(403) : await next(context); }
        """,
        """
        "/a": None
        "/b": Authenticated
        "/c": Privileged
        "/d": Privileged
        "/e": Authenticated
        "/f": Anonymous
        "/g": Privileged
        "/h": Anonymous
        "/k": Authenticated
        "/l": Authenticated
        "/m": Authenticated
        "/n": None
        "/o": None
        "/p": Privileged
        Save: None
        Keep: Authenticated
        """);

    [Fact]
    public void ExtensionMethodsAndTheirCallers() => AuthorizationCode.Judges(
        """
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGroup("/a").RequireAuthorization().MapA();
        app.MapB();
        app.MapC().RequireAuthorization();
        app.MapD().RequireAuthorization("admin");
        var group = app.MapGroup("/e");
        E.Map(group);
        group.RequireAuthorization();
        app.MapSecured("/f", () => 1);
        app.MapG(routes => routes.MapPost("/g", () => 1));
        app.MapPost("/h", () => 1).AdminsOnly();
        app.MapTwice("/x");
        app.MapGroup("/i").RequireAuthorization().MapTwice("/y");
        public static class Routes
        {
            public static void MapA(this IEndpointRouteBuilder routes) => routes.MapPost("/a", () => 1);
            public static IEndpointRouteBuilder MapB(this IEndpointRouteBuilder routes) { routes.MapPost("/b", () => 1); return routes; }
            public static RouteGroupBuilder MapC(this IEndpointRouteBuilder routes)
            {
                var group = routes.MapGroup("/c");
                group.MapPost("/c", () => 1);
                return group;
            }
            public static RouteHandlerBuilder MapD(this WebApplication app) => app.MapPost("/d", () => 1);
            public static RouteHandlerBuilder MapSecured(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => routes.MapPost(pattern, handler).RequireAuthorization();
            public static void MapG(this IEndpointRouteBuilder routes, Action<RouteGroupBuilder> configure)
            {
                var group = routes.MapGroup("/g").RequireAuthorization();
                configure(group);
            }
            public static RouteHandlerBuilder AdminsOnly(this RouteHandlerBuilder builder) => builder.RequireAuthorization(new AuthorizeAttribute { Roles = "Admin" });
            public static void MapTwice(this IEndpointRouteBuilder routes, string path) => routes.MapPost("/i", () => 1);
            public static void MapNever(this IEndpointRouteBuilder routes) => routes.MapPost("/never", () => 1);
        }
        public static class E { public static void Map(RouteGroupBuilder group) { group.MapPost("/e", Save); } static int Save() => 1; }
        """,
        """
        "/g": Authenticated
        "/h": Privileged
        "/a": Authenticated
        "/b": None
        "/c": Authenticated
        "/d": Privileged
        "/i": None
        "/never": Unknown
        E.Save: Authenticated
        """);

    [Fact]
    public void ModulesAndInterfaces() => AuthorizationCode.Judges(
        """
        var app = WebApplication.CreateBuilder(args).Build();
        var api = app.MapGroup("/api").RequireAuthorization();
        foreach (var module in app.Services.GetServices<IModule>())
            module.Map(api);
        foreach (var type in typeof(Group).Assembly.GetTypes())
        {
            if (Activator.CreateInstance(type) is Group group)
                group.Map(app.MapGroup("/x"));
        }
        Users.Map(app);
        public interface IModule { void Map(IEndpointRouteBuilder routes); }
        public class Orders : IModule { public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/orders", () => 1); }
        public abstract class Group { public abstract void Map(RouteGroupBuilder group); }
        public class Things : Group { public override void Map(RouteGroupBuilder group) { group.MapPost("/things", Create); group.MapDelete("/things", Delete).RequireAuthorization(); } public int Create() => 1; public int Delete() => 1; }
        public interface IRoutes { static abstract void Map(IEndpointRouteBuilder routes); }
        public class Users : IRoutes { public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/users", () => 1); }
        """,
        """
        "/orders": Authenticated
        Things.Create: None
        Things.Delete: Authenticated
        "/users": None
        """);

    [Fact]
    public void MembersThatHoldBuilders() => AuthorizationCode.Judges(
        """
        new Api(WebApplication.CreateBuilder(args).Build()).Map();
        public class Api
        {
            private readonly RouteGroupBuilder _secure;
            private RouteGroupBuilder Open { get; }
            private readonly WebApplication _app;
            public Api(WebApplication app)
            {
                _app = app;
                _secure = app.MapGroup("/s");
                _secure.RequireAuthorization();
                Open = app.MapGroup("/o");
            }
            public void Map()
            {
                _secure.MapPost("/a", () => 1);
                Open.MapPost("/b", () => 1);
                _app.MapPost("/c", () => 1);
            }
        }
        """,
        """
        "/a": Authenticated
        "/b": None
        "/c": None
        """);

    [Fact]
    public void Hubs() => AuthorizationCode.Judges(
        """
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapHub<A>("/a");
        app.MapHub<B>("/b").RequireAuthorization();
        app.MapHub<C>("/c");
        public class A : Hub { public void Send() { } [Authorize] public void Delete() { } }
        public class B : Hub { public void Send() { } }
        [Authorize] public class C : Hub { public void Send() { } }
        public class D : Hub { public void Send() { } }
        """,
        """
        A.Send: None
        A.Delete: Authenticated
        B.Send: Authenticated
        C.Send: Authenticated
        D.Send: Unknown
        """);

    [Fact]
    public void PageConventions() => AuthorizationCode.Judges(
        """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddRazorPages(options =>
        {
            options.Conventions.AuthorizeFolder("/Admin", "staff");
            options.Conventions.AllowAnonymousToPage("/Admin/Help");
            options.Conventions.AuthorizePage("/Contact");
            options.Conventions.AuthorizeAreaFolder("Shop", "/");
        });
        builder.Build().MapRazorPages();
        namespace App.Pages { public class ContactModel : PageModel { public void OnPost() { } } public class IndexModel : PageModel { public void OnPost() { } } }
        namespace App.Pages.Admin { public class UsersModel : PageModel { public void OnPost() { } } public class HelpModel : PageModel { public void OnPost() { } } }
        namespace App.Areas.Shop.Pages { public class CartModel : PageModel { public void OnPost() { } } }
        namespace App.Other { public class SomeModel : PageModel { public void OnPost() { } } }
        """,
        """
        ContactModel.OnPost: Authenticated
        IndexModel.OnPost: None
        UsersModel.OnPost: Privileged
        HelpModel.OnPost: Anonymous
        CartModel.OnPost: Authenticated
        SomeModel.OnPost: Unknown
        """);

    [Fact]
    public void FunctionsThatAreNoEndpoints_AreUnknown()
    {
        const string source = "public class C { public void M() { } }";
        AuthorizationCode.Judges(source, "", OutputKind.DynamicallyLinkedLibrary);
    }
}
