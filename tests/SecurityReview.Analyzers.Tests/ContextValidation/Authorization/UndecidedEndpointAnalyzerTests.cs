using Microsoft.CodeAnalysis.Testing;
using SecurityReview.Analyzers.ContextValidation;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.ContextValidation.Authorization;

public class UndecidedEndpointAnalyzerTests
{
    private const string Rule = RuleIds.UndecidedEndpoint;

    private static Task ReportsAsync(string code, params DiagnosticResult[] findings) => Verify<UndecidedEndpointAnalyzer>.ReportsAsync(code, EndpointCode.Program, findings);

    private static Task IsSilentAsync(string code) => Verify<UndecidedEndpointAnalyzer>.IsSilentAsync(code, EndpointCode.Program);

    [Fact]
    [Clause(Rule, "verb", Verdict.Reports)]
    public Task ActionsThatChange_Report() => ReportsAsync(EndpointCode.Mapped("""
        [ApiController, Route("orders")]
        public class OrdersController(Shop shop) : ControllerBase
        {
            [HttpPost] public async Task<IActionResult> [|Create|](Order order) { shop.Add(order); await shop.SaveChangesAsync(); return Ok(); }
            [HttpPut("{id}")] public IActionResult [|Update|](int id) => Ok(id);
            [HttpPatch("{id}")] public IActionResult [|Patch|](int id) => Ok(id);
            [HttpDelete("{id}")] public async Task<IActionResult> [|Delete|](int id) => Ok(await shop.Orders.Where(order => order.Id == id).ExecuteDeleteAsync());
            [AcceptVerbs("POST", "PUT")] public IActionResult [|Save|]() => Ok();
            public IActionResult [|Store|](Order order) { shop.Orders.Add(order); shop.SaveChanges(); return Ok(); }
            [HttpGet] public IActionResult List() => Ok(shop.Orders.ToList());
            [HttpHead] public IActionResult Head() => Ok();
            public IActionResult Show(int id) => Ok(shop.Orders.Find(id));
            [NonAction] public void Help() { }
        }
        """));

    [Fact]
    [Clause(Rule, "verb", Verdict.IsSilent)]
    public Task EndpointsThatOnlyRead_AreSilent() => IsSilentAsync(EndpointCode.Mapped("""
        public class OrdersController(Shop shop) : Controller
        {
            [HttpGet("a")] public IActionResult Show(int id) => View(shop.Orders.Find(id));
            public IActionResult Index() => View(shop.Orders.Where(order => order.Total > 3).ToList());
            [HttpPost] public IActionResult Search(string text) => View(shop.Orders.Where(order => order.UserId == text).ToList());
            [HttpPost("preview-order")] public IActionResult Post(Order order) => View(order);
        }
        public class IndexModel(Shop shop) : PageModel { public void OnGet() => shop.Orders.ToList(); }
        """));

    [Fact]
    [Clause(Rule, "page", Verdict.Reports)]
    public Task PageHandlers_Report() => ReportsAsync(EndpointCode.Mapped("""
        public class EditModel(Shop shop) : PageModel
        {
            public void OnGet(int id) => shop.Orders.Find(id);
            public async Task<IActionResult> [|OnPostAsync|](Order order) { shop.Update(order); await shop.SaveChangesAsync(); return RedirectToPage(); }
            public IActionResult [|OnPostDelete|](int id) => Page();
        }
        """));

    [Theory]
    [InlineData("[Authorize]", "")]
    [InlineData("[AllowAnonymous]", "")]
    [InlineData("", "builder.Services.AddRazorPages(o => o.Conventions.AuthorizeFolder(\"/\"));")]
    [Clause(Rule, "page", Verdict.IsSilent)]
    [Clause(Rule, "conventions", Verdict.IsSilent)]
    public Task DecidedPage_IsSilent(string attribute, string setUp) => IsSilentAsync(EndpointCode.Mapped($$"""
        {{attribute}}
        public class EditModel : PageModel { public void OnPost() { } }
        """, setUp));

    [Fact]
    [Clause(Rule, "conventions", Verdict.Reports)]
    public Task PageOutsideOfTheFolder_Reports() => ReportsAsync(EndpointCode.Mapped("""
        namespace Web.Pages.Admin { public class UsersModel : PageModel { public void OnPost() { } } }
        namespace Web.Pages.Orders { public class EditModel : PageModel { public void [|OnPost|]() { } } }
        """, "builder.Services.AddRazorPages(o => o.Conventions.AuthorizeFolder(\"/Admin\"));"));

    [Fact]
    [Clause(Rule, "route", Verdict.Reports)]
    public Task RoutesThatChange_Report() => ReportsAsync(EndpointCode.Routes("""
        app.[|MapPost|]("/orders", async (Order order, Shop shop) => { shop.Add(order); await shop.SaveChangesAsync(); });
        app.[|MapPut|]("/orders/{id}", Update);
        app.[|MapDelete|]("/orders/{id}", Handlers.Delete).WithName("delete");
        app.[|MapMethods|]("/orders/bulk", new[] { "POST" }, () => 1);
        app.[|Map|]("/orders/any", (Order order, Shop shop) => { shop.Orders.Add(order); shop.SaveChanges(); });
        app.Map("/orders/some", (Shop shop) => shop.Orders.ToList());
        app.MapGet("/orders", (Shop shop) => shop.Orders.ToList()).RequireAuthorization();
        app.MapMethods("/orders/x", new[] { "GET", "HEAD" }, () => 1);
        static IResult Update(int id) => Results.Ok(id);
        """, "public static class Handlers { public static int Delete(int id, Shop shop) => shop.Orders.Where(order => order.Id == id).ExecuteDelete(); }"));

    [Theory]
    [InlineData("app.MapPost(\"/orders\", () => 1).RequireAuthorization();")]
    [InlineData("app.MapPost(\"/orders\", () => 1).WithTags(\"x\").AllowAnonymous();")]
    [InlineData("app.MapPost(\"/orders\", [Authorize] () => 1);")]
    [InlineData("app.MapPost(\"/orders\", [AllowAnonymous] () => 1);")]
    [InlineData("app.MapPost(\"/orders\", Save); [Authorize(\"x\")] static int Save() => 1;")]
    [Clause(Rule, "route", Verdict.IsSilent)]
    public Task DecidedRoute_IsSilent(string route) => IsSilentAsync(EndpointCode.Routes(route));

    [Fact]
    [Clause(Rule, "group", Verdict.Reports)]
    [Clause(Rule, "extension", Verdict.Reports)]
    public Task GroupsWithoutADecision_Report() => ReportsAsync(EndpointCode.Routes("""
        var api = app.MapGroup("/api");
        api.[|MapPost|]("/orders", () => 1);
        app.MapGroup("/v2").WithTags("v2").MapOrders();
        """, """
        public static class OrderRoutes
        {
            public static IEndpointRouteBuilder MapOrders(this IEndpointRouteBuilder routes)
            {
                var group = routes.MapGroup("/orders");
                group.[|MapPost|]("/", () => 1);
                group.MapDelete("/{id}", (int id) => id).RequireAuthorization();
                return routes;
            }
        }
        """));

    [Fact]
    [Clause(Rule, "group", Verdict.IsSilent)]
    [Clause(Rule, "extension", Verdict.IsSilent)]
    public Task DecidedGroups_AreSilent() => IsSilentAsync(EndpointCode.Routes("""
        var api = app.MapGroup("/api").RequireAuthorization();
        api.MapPost("/orders", () => 1);
        app.MapGroup("/v2").RequireAuthorization("staff").MapOrders();
        app.MapCars().RequireAuthorization();
        """, """
        public static class OrderRoutes
        {
            public static void MapOrders(this IEndpointRouteBuilder routes) => routes.MapGroup("/orders").MapPost("/", () => 1);
            public static RouteGroupBuilder MapCars(this IEndpointRouteBuilder routes)
            {
                var group = routes.MapGroup("/cars");
                group.MapPost("/", () => 1);
                return group;
            }
        }
        """));

    [Fact]
    [Clause(Rule, "hub", Verdict.Reports)]
    public Task HubMethodsThatWrite_Report() => ReportsAsync(EndpointCode.Routes("app.MapHub<BoardHub>(\"/board\");", """
        public class BoardHub(Shop shop) : Hub
        {
            public async Task [|Place|](Order order) { shop.Orders.Add(order); await shop.SaveChangesAsync(); await Clients.All.SendAsync("placed", order.Id); }
            public Task Say(string text) => Clients.All.SendAsync("said", text);
        }
        """));

    [Fact]
    [Clause(Rule, "hub", Verdict.IsSilent)]
    public Task DecidedHub_IsSilent() => IsSilentAsync(EndpointCode.Routes("app.MapHub<BoardHub>(\"/board\"); app.MapHub<OtherHub>(\"/other\").RequireAuthorization();", """
        [Authorize] public class BoardHub(Shop shop) : Hub { public Task Place(Order order) { shop.Orders.Add(order); return shop.SaveChangesAsync(); } }
        public class OtherHub(Shop shop) : Hub { public Task Place(Order order) { shop.Orders.Add(order); return shop.SaveChangesAsync(); } }
        """));

    private const string Grpc = """
        public static class Orders { public abstract class OrdersBase { public virtual Task<Order> Create(Order request, ServerCallContext context) => throw null!; public virtual Task<Order> Get(Order request, ServerCallContext context) => throw null!; } }
        """;

    private const string MapGrpc = "public static class GrpcRoutes { public static IEndpointConventionBuilder MapGrpcService<T>(this IEndpointRouteBuilder routes) => routes.MapGet(\"/x\", () => 1); }";

    [Fact]
    [Clause(Rule, "grpc", Verdict.Reports)]
    public Task GrpcMethodsThatWrite_Report() => ReportsAsync(EndpointCode.Routes("app.MapGrpcService<OrderService>();", MapGrpc + Grpc + """
        public class OrderService(Shop shop) : Orders.OrdersBase
        {
            public override async Task<Order> [|Create|](Order request, ServerCallContext context) { shop.Add(request); await shop.SaveChangesAsync(); return request; }
            public override async Task<Order> Get(Order request, ServerCallContext context) => await shop.Orders.SingleAsync(order => order.Id == request.Id);
        }
        """));

    [Fact]
    [Clause(Rule, "grpc", Verdict.IsSilent)]
    public Task DecidedGrpcService_IsSilent() => IsSilentAsync(EndpointCode.Routes("app.MapGrpcService<OrderService>();", MapGrpc + Grpc + """
        [Authorize] public class OrderService(Shop shop) : Orders.OrdersBase
        {
            public override async Task<Order> Create(Order request, ServerCallContext context) { shop.Add(request); await shop.SaveChangesAsync(); return request; }
        }
        """));

    [Fact]
    [Clause(Rule, "uses", Verdict.Reports)]
    public Task ProgramThatAuthorizesElsewhere_Reports() => ReportsAsync(EndpointCode.Usings + """
        var app = WebApplication.CreateBuilder(args).Build();
        app.UseAuthorization();
        app.MapControllers();
        public class OrdersController : ControllerBase { [HttpPost] public void [|Create|]() { } [HttpPost("b"), Authorize] public void Other() { } }
        """);

    [Fact]
    [Clause(Rule, "uses", Verdict.IsSilent)]
    public Task ProgramWithoutAuthorization_IsSilent() => IsSilentAsync(EndpointCode.Usings + """
        var app = WebApplication.CreateBuilder(args).Build();
        app.UseAuthorization();
        app.MapControllers();
        app.MapPost("/x", () => 1);
        public class OrdersController : ControllerBase { [HttpPost] public void Create() { } }
        """);

    [Fact]
    [Clause(Rule, "start-up", Verdict.Reports)]
    public Task StartupClass_Reports() => ReportsAsync(EndpointCode.Usings + """
        Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>()).Build().Run();
        public class Startup
        {
            public void ConfigureServices(IServiceCollection services) { services.AddAuthorization(); services.AddControllers(); }
            public void Configure(IApplicationBuilder app)
            {
                app.UseRouting();
                app.UseAuthentication();
                app.UseAuthorization();
                app.UseEndpoints(endpoints => { endpoints.MapControllers(); endpoints.[|MapPost|]("/x", () => 1); });
            }
        }
        public class OrdersController : ControllerBase { [HttpPost] public void [|Create|]() { } }
        """.Replace("ConfigureWebHostDefaults(web => web.UseStartup<Startup>())", "ConfigureWebHostDefaults(web => Microsoft.AspNetCore.Hosting.WebHostBuilderExtensions.UseStartup<Startup>(web))", StringComparison.Ordinal));

    [Fact]
    [Clause(Rule, "start-up", Verdict.IsSilent)]
    public Task LibraryWithoutStartUpCode_IsSilent() => Verify<UndecidedEndpointAnalyzer>.IsSilentAsync(EndpointCode.Usings + """
        public class OrdersController : ControllerBase { [HttpPost] public void Create() { } [HttpPut, Authorize] public void Update() { } }
        public class EditModel : PageModel { public void OnPost() { } }
        public static class Routes { public static void MapOrders(this IEndpointRouteBuilder routes) => routes.MapPost("/x", () => 1); }
        """);

    [Fact]
    [Clause(Rule, "inherited", Verdict.Reports)]
    public Task InheritedEndpoints_ReportWhereOneClassDecidesNothing() => ReportsAsync(EndpointCode.Mapped("""
        public abstract class Crud<T> : ControllerBase { [HttpPost] public virtual void [|Create|](T item) { } }
        [Authorize] public class OrdersController : Crud<Order> { }
        public class CarsController : Crud<string> { }
        """));

    [Fact]
    [Clause(Rule, "inherited", Verdict.IsSilent)]
    public Task InheritedAttributes_AreSilent() => IsSilentAsync(EndpointCode.Mapped("""
        [Authorize] public abstract class SecureController : ControllerBase { }
        public class OrdersController : SecureController { [HttpPost] public void Create() { } }
        public abstract class Crud<T> : ControllerBase { [HttpPost] public void Create(T item) { } }
        [Authorize] public class CarsController : Crud<string> { }
        public class OwnAttribute : AuthorizeAttribute { }
        public class PetsController : ControllerBase { [HttpPost, Own] public void Create() { } }
        """));

    [Fact]
    [Clause(Rule, "anonymous", Verdict.IsSilent)]
    public Task AllowAnonymousIsADecision_IsSilent() => IsSilentAsync(EndpointCode.Mapped("""
        public class FeedbackController : ControllerBase { [HttpPost, AllowAnonymous] public void Send() { } }
        [AllowAnonymous] public class SurveyController : ControllerBase { [HttpPost] public void Send() { } }
        """));

    [Fact]
    [Clause(Rule, "anonymous", Verdict.Reports)]
    public Task AllowAnonymousOnAnotherAction_Reports() => ReportsAsync(EndpointCode.Mapped("""
        public class FeedbackController : ControllerBase { [HttpPost, AllowAnonymous] public void Send() { } [HttpDelete] public void [|Delete|]() { } }
        """));

    [Theory]
    [InlineData("builder.Services.AddMvc(o => o.Filters.Add(new AuthorizeFilter()));")]
    [InlineData("builder.Services.Configure<MvcOptions>(o => o.Filters.Add<AuthorizeFilter>());")]
    [Clause(Rule, "filter", Verdict.IsSilent)]
    public Task FilterForAllControllers_IsSilent(string setUp) => IsSilentAsync(EndpointCode.Mapped(
        "public class OrdersController : ControllerBase { [HttpPost] public void Create() { } }", setUp));

    [Fact]
    [Clause(Rule, "filter", Verdict.Reports)]
    public Task FilterForAllControllers_LeavesRoutesOpen() => ReportsAsync(EndpointCode.Routes(
        "app.MapControllers(); app.[|MapPost|](\"/x\", () => 1).AddEndpointFilter(async (context, next) => await next(context));",
        "public class OrdersController : ControllerBase { [HttpPost] public void Create() { } }",
        "builder.Services.AddMvc(o => o.Filters.Add(new AuthorizeFilter()));"));

    [Theory]
    [InlineData("builder.Services.AddAuthorization(o => o.FallbackPolicy = o.DefaultPolicy);")]
    [InlineData("builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());")]
    [Clause(Rule, "fallback", Verdict.IsSilent)]
    public Task FallbackPolicy_IsSilent(string setUp) => IsSilentAsync(EndpointCode.Routes(
        "app.MapControllers(); app.MapPost(\"/x\", () => 1);", "public class OrdersController : ControllerBase { [HttpPost] public void Create() { } }", setUp));

    [Fact]
    [Clause(Rule, "fallback", Verdict.Reports)]
    public Task OtherPolicies_Report() => ReportsAsync(EndpointCode.Routes(
        "app.[|MapPost|](\"/x\", () => 1);", "", "builder.Services.AddAuthorization(o => { o.AddPolicy(\"x\", p => p.RequireRole(\"a\")); o.FallbackPolicy = null; o.DefaultPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build(); });"));

    [Theory]
    [InlineData("AccountController", "Login")]
    [InlineData("AccountController", "SignIn")]
    [InlineData("UsersController", "Register")]
    [InlineData("AuthController", "Refresh")]
    [InlineData("TokenController", "Create")]
    [InlineData("PasswordController", "ForgotPassword")]
    [InlineData("StripeController", "Webhook")]
    [InlineData("GithubWebhookController", "Receive")]
    [InlineData("HealthController", "Post")]
    [Clause(Rule, "names", Verdict.IsSilent)]
    public Task SignInHealthAndWebhookNames_AreSilent(string type, string method) =>
        IsSilentAsync(EndpointCode.Mapped($$"""public class {{type}} : ControllerBase { [HttpPost] public void {{method}}() { } }"""));

    [Fact]
    [Clause(Rule, "names", Verdict.IsSilent)]
    public Task SignInAndWebhookRoutes_AreSilent() => IsSilentAsync(EndpointCode.Routes("""
        app.MapPost("/api/login", () => 1);
        app.MapPost("/hooks/stripe", () => 1);
        app.MapGroup("/auth").MapPost("/", () => 1);
        app.MapPost("/health/ping", () => 1);
        """, "public class DoController : ControllerBase { [HttpPost(\"/connect/token\")] public void It() { } }"));

    [Fact]
    [Clause(Rule, "names", Verdict.Reports)]
    public Task OtherNames_Report() => ReportsAsync(EndpointCode.Mapped("""
        public class AccountController : ControllerBase { [HttpPost] public void [|Edit|]() { } [HttpPost] public void [|Blogging|]() { } }
        public class HealthyFoodController : ControllerBase { [HttpPost] public void [|Order|]() { } }
        """));

    [Fact]
    [Clause(Rule, "option", Verdict.Reports)]
    [Clause(Rule, "option", Verdict.IsSilent)]
    public Task OptionNamesTheOpenEndpoints() => Verify<UndecidedEndpointAnalyzer>.ReportsAsync(
        EndpointCode.Mapped("public class AccountController : ControllerBase { [HttpPost] public void [|Login|]() { } [HttpPost] public void PostFeedback() { } }"),
        EndpointCode.Program with { Options = "security_review.open_endpoints = feedback, survey" });

    [Theory]
    [InlineData("app.UseMiddleware<Keys>();")]
    [InlineData("app.Use(async (context, next) => { if (context.Request.Headers[\"k\"] != \"x\") { context.Response.StatusCode = 403; return; } await next(context); });")]
    [Clause(Rule, "middleware", Verdict.IsSilent)]
    public Task OwnMiddlewareThatRefuses_IsSilent(string step) => IsSilentAsync(EndpointCode.Routes(
        step + " app.MapPost(\"/x\", () => 1);",
        "public class Keys(RequestDelegate next) { public Task InvokeAsync(HttpContext context) => context.Request.Headers.ContainsKey(\"k\") ? next(context) : Results.Unauthorized().ExecuteAsync(context); }"));

    [Fact]
    [Clause(Rule, "middleware", Verdict.Reports)]
    public Task OtherMiddleware_Reports() => ReportsAsync(EndpointCode.Routes(
        "app.UseMiddleware<Timing>(); app.Use(async (context, next) => await next(context)); app.[|MapPost|](\"/x\", () => 1);",
        "public class Timing(RequestDelegate next) { public Task InvokeAsync(HttpContext context) => next(context); }"));

    [Theory]
    [InlineData("if (User.Identity?.IsAuthenticated != true) return Unauthorized(); return Ok();")]
    [InlineData("if (Request.Headers[\"X-Key\"] != \"k\") return StatusCode(401); return Ok();")]
    [InlineData("var found = await service.AuthorizeAsync(User, null, \"p\"); return found.Succeeded ? Ok() : NotFound();")]
    [InlineData("EnsureOwner(); return Ok();")]
    [InlineData("return Check() ? Ok() : BadRequest();")]
    [InlineData("await mediator.Send(new Purge()); return Ok();")]
    [InlineData("worker.Do(); return Ok();")]
    [Clause(Rule, "body", Verdict.IsSilent)]
    public Task EndpointThatDecidesItself_IsSilent(string body) => IsSilentAsync(EndpointCode.Mapped($$"""
        public class OrdersController(IAuthorizationService service, IMediator mediator, IWorker worker) : ControllerBase
        {
            [HttpPost] public async Task<IActionResult> Create() { await Task.Yield(); {{body}} }
            private void EnsureOwner() { }
            private bool Check() => VerifySignature(Request.Headers["s"].ToString());
            private bool VerifySignature(string signature) => signature.Length > 3;
            private object Used => (service, mediator, worker);
        }
        public class RequireRoleAttribute : Attribute { }
        [RequireRole] public record Purge;
        public interface IMediator { Task Send(object request); }
        public interface IWorker { void Do(); }
        public class Worker(IHttpContextAccessor accessor) : IWorker { public void Do() { if (accessor.HttpContext is null) throw new UnauthorizedAccessException(); } }
        """));

    [Fact]
    [Clause(Rule, "body", Verdict.Reports)]
    public Task EndpointThatOnlyReadsTheCaller_Reports() => ReportsAsync(EndpointCode.Mapped("""
        public class OrdersController(Shop shop) : ControllerBase
        {
            [HttpPost] public IActionResult [|Create|](Order order)
            {
                order.UserId = User.FindFirstValue("sub") ?? "";
                if (!ModelState.IsValid) return BadRequest();
                shop.Add(order);
                shop.SaveChanges();
                return Ok();
            }
        }
        """));

    [Fact]
    public Task AttributeWithoutEffect_IsAnotherFinding() => IsSilentAsync(EndpointCode.Routes("app.MapRazorPages(); app.MapOrders();", """
        public class EditModel : PageModel { [Authorize] public void OnPost() { } }
        [Authorize] public static class OrderRoutes { public static void MapOrders(this IEndpointRouteBuilder routes) => routes.MapPost("/x", () => 1); }
        """));

    [Fact]
    public Task Messages_NameTheEndpointAndItsSibling() => ReportsAsync(
        EndpointCode.Mapped("""
            public class OrdersController : ControllerBase { [HttpPost] public void {|#0:Create|}() { } [HttpDelete, Authorize] public void Delete() { } }
            public class CarsController : ControllerBase { [HttpPost] public void {|#1:Create|}() { } }
            """).Replace("app.MapControllers();", "app.MapControllers(); app.{|#2:MapPost|}(\"/cars\", () => 1);", StringComparison.Ordinal),
        new DiagnosticResult(Descriptors.UndecidedEndpoint).WithLocation(0).WithMessage("'Create' changes state and nothing decides who may call it, although 'Delete' beside it requires authorization; require authorization, or say that anybody may"),
        new DiagnosticResult(Descriptors.UndecidedEndpoint).WithLocation(1).WithMessage("'Create' changes state and nothing decides who may call it; require authorization, or say that anybody may"),
        new DiagnosticResult(Descriptors.UndecidedEndpoint).WithLocation(2).WithMessage("'/cars' changes state and nothing decides who may call it; require authorization, or say that anybody may"));

    [Theory]
    [InlineData("public class A : ControllerBase { [HttpPost public void Create( { } }")]
    [InlineData("public class B : ControllerBase { [HttpPost] public void Create() => ; [Http] public Post }")]
    [InlineData("app.MapPost(; app.MapPost(\"/x\"); app.MapPost(\"/x\", ); app.MapMethods(\"/y\", new[] { }, x =>")]
    [InlineData("var g = g.MapGroup(\"a\"); g.MapPost(\"/x\", () => 1); g = g;")]
    public Task HalfTypedCode_DoesNotThrow(string code) =>
        Verify<UndecidedEndpointAnalyzer>.RunsAsync(EndpointCode.Usings + "var app = WebApplication.CreateBuilder(args).Build(); app.MapControllers().RequireAuthorization(;\n" + code, EndpointCode.Program with { Broken = true });
}
