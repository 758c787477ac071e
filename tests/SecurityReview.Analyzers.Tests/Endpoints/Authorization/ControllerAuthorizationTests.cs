using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Tests.Endpoints.Authorization;

/// <summary>Who may call actions: attributes of members, types and bases, filters for all, how the controllers are mapped.</summary>
public class ControllerAuthorizationTests
{
    private const string Mapped = """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers();
        var app = builder.Build();
        app.MapControllers();
        app.Run();

        """;

    [Fact]
    public void Attributes_OfMembersTypesAndBases() => AuthorizationCode.Judges(
        Mapped + """
        [Authorize] public abstract class SecureController : ControllerBase;
        public class OrdersController : SecureController
        {
            public void Get() { }
            [AllowAnonymous] public void Open() { }
            [Authorize(Roles = "Admin, Support")] public void Approve() { }
            [Authorize(Roles = "Admin,User")] public void Edit() { }
            [Authorize("reports")] public void Report() { }
            [Authorize(Policy = "reports", AuthenticationSchemes = "Bearer")] public void Export() { }
            [NonAction] public void Help() { }
        }
        public class NewsController : ControllerBase
        {
            public virtual void Get() { }
            [Authorize] public virtual void Publish() { }
        }
        public class SportsController : NewsController
        {
            public override void Get() { }
            public override void Publish() { }
        }
        """,
        """
        OrdersController.Get: Authenticated
        OrdersController.Open: Anonymous
        OrdersController.Approve: Privileged
        OrdersController.Edit: Authenticated
        OrdersController.Report: Privileged
        OrdersController.Export: Privileged
        NewsController.Get: None
        NewsController.Publish: Authenticated
        SportsController.Get: None
        SportsController.Publish: Authenticated
        """);

    [Fact]
    public void OwnAttributes() => AuthorizationCode.Judges(
        Mapped + """
        public class AdminOnlyAttribute : AuthorizeAttribute { public AdminOnlyAttribute() => Roles = "Admin"; }
        public class SignedInAttribute : AuthorizeAttribute { }
        public class HasRightAttribute : AuthorizeAttribute { public HasRightAttribute(string right) => Policy = right; }
        public class OpenAttribute : Attribute, IAllowAnonymous { }
        public class KeyAttribute : Attribute, IAuthorizationFilter { public void OnAuthorization(AuthorizationFilterContext context) { } }
        public class PartnerAttribute : ActionFilterAttribute { public override void OnActionExecuting(ActionExecutingContext context) => context.Result = new StatusCodeResult(401); }
        public class TimedAttribute : ActionFilterAttribute { }
        public class PermissionAttribute(string name) : TypeFilterAttribute(typeof(PermissionFilter)) { public string Name => name; }
        public class PermissionFilter : IAsyncAuthorizationFilter { public Task OnAuthorizationAsync(AuthorizationFilterContext context) => Task.CompletedTask; }
        public class ThingsController : ControllerBase
        {
            [AdminOnly] public void A() { }
            [SignedIn] public void B() { }
            [HasRight("x")] public void C() { }
            [Open] public void D() { }
            [Key] public void E() { }
            [Partner] public void F() { }
            [Timed] public void G() { }
            [Permission("x")] public void H() { }
            [TypeFilter(typeof(PermissionFilter))] public void I() { }
            [ServiceFilter<PermissionFilter>] public void J() { }
            [RequireHttps] public void K() { }
            [ValidateAntiForgeryToken, ResponseCache(Duration = 3)] public void L() { }
        }
        """,
        """
        ThingsController.A: Privileged
        ThingsController.B: Authenticated
        ThingsController.C: Privileged
        ThingsController.D: Anonymous
        ThingsController.E: Authenticated
        ThingsController.F: Authenticated
        ThingsController.G: None
        ThingsController.H: Privileged
        ThingsController.I: Privileged
        ThingsController.J: Privileged
        ThingsController.K: None
        ThingsController.L: None
        """);

    [Theory]
    [InlineData("app.MapControllers();", "None")]
    [InlineData("app.MapControllers().RequireAuthorization();", "Authenticated")]
    [InlineData("app.MapControllers().RequireAuthorization(\"staff\");", "Privileged")]
    [InlineData("app.MapControllers().RequireAuthorization(new AuthorizeAttribute { Roles = \"Admin\" });", "Privileged")]
    [InlineData("app.MapControllers().RequireAuthorization(policy => policy.RequireAuthenticatedUser());", "Authenticated")]
    [InlineData("app.MapControllers().RequireAuthorization(policy => policy.RequireClaim(\"level\", \"3\"));", "Privileged")]
    [InlineData("app.MapControllers().AllowAnonymous();", "Anonymous")]
    [InlineData("app.MapControllerRoute(\"default\", \"{controller}/{action}\").RequireAuthorization();", "Authenticated")]
    [InlineData("app.MapDefaultControllerRoute();", "None")]
    [InlineData("app.UseRouting(); app.UseEndpoints(endpoints => { endpoints.MapControllers().RequireAuthorization(); });", "Authenticated")]
    [InlineData("app.UseRouting(); app.UseEndpoints(endpoints => endpoints.MapControllers());", "None")]
    [InlineData("var controllers = app.MapControllers(); if (!app.Environment.IsDevelopment()) controllers.RequireAuthorization();", "Authenticated")]
    [InlineData("var controllers = app.MapControllers(); if (app.Environment.IsDevelopment()) controllers.AllowAnonymous(); else controllers.RequireAuthorization();", "Authenticated")]
    [InlineData("app.MapGroup(\"/api\").RequireAuthorization().MapControllers();", "Authenticated")]
    [InlineData("app.MapControllers().WithMetadata(new AuthorizeAttribute());", "Authenticated")]
    [InlineData("app.MapAreaControllerRoute(\"a\", \"Admin\", \"{controller}\").RequireAuthorization(); app.MapControllers();", "None")]
    [InlineData("", "Unknown")]
    [InlineData("app.UseMiddleware<KeyCheck>(); app.MapControllers();", "Unknown")]
    [InlineData("app.UseMiddleware<Timing>(); app.MapControllers();", "None")]
    [InlineData("app.Use(async (context, next) => { if (!context.Request.Headers.ContainsKey(\"X\")) { context.Response.StatusCode = 401; return; } await next(); }); app.MapControllers();", "Unknown")]
    [InlineData("app.Use(async (context, next) => { await next(); }); app.MapControllers();", "None")]
    public void Mapping_OfAllControllers(string mapping, string kind) => AuthorizationCode.Judges(
        $$"""
        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();
        {{mapping}}
        app.Run();
        public class KeyCheck(RequestDelegate next) { public Task InvokeAsync(HttpContext context) { if (context.Request.Query.Count == 0) { context.Response.StatusCode = StatusCodes.Status403Forbidden; return Task.CompletedTask; } return next(context); } }
        public class Timing(RequestDelegate next) { public Task InvokeAsync(HttpContext context) => next(context); }
        public class ThingsController : ControllerBase { public void Do() { } }
        """,
        $"ThingsController.Do: {kind}");

    [Theory]
    [InlineData("builder.Services.AddControllers(options => options.Filters.Add(new AuthorizeFilter()));", "Authenticated")]
    [InlineData("builder.Services.AddControllers(options => options.Filters.Add<AuthorizeFilter>());", "Authenticated")]
    [InlineData("builder.Services.AddControllers(options => { var policy = new AuthorizationPolicyBuilder().RequireRole(\"Admin\").Build(); options.Filters.Add(new AuthorizeFilter(policy)); });", "Privileged")]
    [InlineData("builder.Services.AddMvc(o => o.Filters.Add(typeof(KeyFilter)));", "Authenticated")]
    [InlineData("builder.Services.AddMvc(o => o.Filters.Add(new ResponseCacheAttribute()));", "None")]
    [InlineData("builder.Services.Configure<MvcOptions>(o => o.Filters.Add(new AuthorizeFilter(\"staff\")));", "Privileged")]
    [InlineData("builder.Services.AddAuthorization(o => o.FallbackPolicy = o.DefaultPolicy);", "Authenticated")]
    [InlineData("builder.Services.AddAuthorization(o => { o.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build(); });", "Authenticated")]
    [InlineData("builder.Services.AddAuthorization(o => o.FallbackPolicy = null);", "None")]
    [InlineData("builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireRole(\"Staff\").Build());", "Privileged")]
    [InlineData("builder.Services.AddAuthorization();", "None")]
    public void SetUp_ForAll(string setUp, string kind) => AuthorizationCode.Judges(
        $$"""
        var builder = WebApplication.CreateBuilder(args);
        {{setUp}}
        var app = builder.Build();
        app.MapControllers();
        public class KeyFilter : IAuthorizationFilter { public void OnAuthorization(AuthorizationFilterContext context) { } }
        public class ThingsController : ControllerBase { public void Do() { } }
        """,
        $"ThingsController.Do: {kind}");

    [Theory]
    [InlineData("o.AddPolicy(\"p\", p => p.RequireAuthenticatedUser());", "Authenticated")]
    [InlineData("o.AddPolicy(\"p\", p => p.RequireRole(\"Admin\"));", "Privileged")]
    [InlineData("o.AddPolicy(\"p\", p => p.RequireRole(\"User\"));", "Authenticated")]
    [InlineData("o.AddPolicy(\"p\", p => p.RequireClaim(\"scope\", \"api\"));", "Authenticated")]
    [InlineData("o.AddPolicy(\"p\", p => p.RequireAssertion(c => c.User.HasClaim(\"a\", \"b\")));", "Privileged")]
    [InlineData("o.AddPolicy(\"p\", p => p.Requirements.Add(new Rule()));", "Privileged")]
    [InlineData("o.AddPolicy(\"q\", p => p.RequireAuthenticatedUser());", "Privileged")]
    public void NamedPolicy(string policy, string kind) => AuthorizationCode.Judges(
        $$"""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthorization(o => { {{policy}} });
        builder.Build().MapControllers();
        public class Rule : IAuthorizationRequirement;
        public class ThingsController : ControllerBase { [Authorize("p")] public void Do() { } }
        """,
        $"ThingsController.Do: {kind}");

    [Fact]
    public void DefaultPolicyThatAsksForARole() => AuthorizationCode.Judges(
        """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthorization(o => o.DefaultPolicy = new AuthorizationPolicyBuilder().RequireRole("Staff").Build());
        builder.Build().MapControllers();
        public class ThingsController : ControllerBase { [Authorize] public void Do() { } [Authorize(Roles = "User")] public void Other() { } }
        """,
        """
        ThingsController.Do: Privileged
        ThingsController.Other: Authenticated
        """);

    [Fact]
    public void StartupClass() => AuthorizationCode.Judges(
        """
        public class Startup(IConfiguration configuration)
        {
            public void ConfigureServices(IServiceCollection services) => services.AddMvc();
            public void Configure(IApplicationBuilder app, IHostEnvironment environment)
            {
                app.UseRouting();
                app.UseAuthentication();
                app.UseAuthorization();
                app.UseEndpoints(endpoints => { endpoints.MapControllerRoute("default", configuration["route"] ?? ""); endpoints.MapRazorPages(); });
            }
        }
        public class ThingsController : Controller { public void Do() { } }
        public class EditModel : PageModel { public void OnPost() { } }
        [Authorize] public class AdminModel : PageModel { public void OnPost() { } [Authorize] public void OnGet() { } }
        public class OtherModel : PageModel { [Authorize] public void OnPost() { } }
        """,
        """
        ThingsController.Do: None
        EditModel.OnPost: None
        AdminModel.OnPost: Authenticated
        AdminModel.OnGet: Authenticated
        OtherModel.OnPost: None
        """,
        OutputKind.DynamicallyLinkedLibrary);

    [Fact]
    public void LibraryWithoutStartUpCode() => AuthorizationCode.Judges(
        """
        public class ThingsController : Controller { public void Do() { } [Authorize] public void Other() { } }
        public class EditModel : PageModel { public void OnPost() { } }
        public class ChatHub : Hub { public void Send() { } }
        public static class Routes { public static void MapThings(this IEndpointRouteBuilder routes) { routes.MapPost("/a", () => 1); routes.MapPost("/b", () => 1).RequireAuthorization(); } }
        """,
        """
        ThingsController.Do: Unknown
        ThingsController.Other: Authenticated
        EditModel.OnPost: Unknown
        ChatHub.Send: Unknown
        "/a": Unknown
        "/b": Authenticated
        """,
        OutputKind.DynamicallyLinkedLibrary);

    [Fact]
    public void BaseControllers_AreWhatDerivesFromThem() => AuthorizationCode.Judges(
        Mapped + """
        public abstract class CrudController<T> : ControllerBase { public void Create(T item) { } public virtual void Delete() { } }
        [Authorize] public class OrdersController : CrudController<int> { }
        [Authorize(Roles = "Admin")] public class UsersController : CrudController<string> { public override void Delete() { } }
        public abstract class OpenController<T> : ControllerBase { public void Create(T item) { } }
        [Authorize] public class CarsController : OpenController<int> { }
        public class TripsController : OpenController<string> { }
        public abstract class UnusedController : ControllerBase { public void Create() { } }
        public class GuardedController : Controller
        {
            public override void OnActionExecuting(ActionExecutingContext context) { if (!HttpContext.Items.ContainsKey("user")) context.Result = Redirect("/login"); }
            public void Save() { }
        }
        public class LoggedController : Controller
        {
            public override void OnActionExecuting(ActionExecutingContext context) => HttpContext.Items["x"] = 1;
            public void Save() { }
        }
        """,
        """
        CrudController.Create: Authenticated
        CrudController.Delete: Authenticated
        UsersController.Delete: Privileged
        OpenController.Create: None
        UnusedController.Create: Unknown
        GuardedController.Save: Authenticated
        LoggedController.Save: None
        """);

    [Fact]
    public void Origins() => AuthorizationCode.Names(
        """
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapControllers();
        app.MapGroup("/api").RequireAuthorization("staff").MapPost("/x", () => 1);
        [Authorize] public class ThingsController : Controller { public void Do() { } [Authorize(Roles = "Admin")] public void Other() { } [AllowAnonymous] public void Open() { } }
        """,
        """
        "/x": RequireAuthorization("staff")
        ThingsController.Do: [Authorize] on ThingsController
        ThingsController.Other: [Authorize(Roles = "Admin")] on Other
        ThingsController.Open: [AllowAnonymous] on Open
        """);
}
