using Microsoft.CodeAnalysis.Testing;
using SecurityReview.Analyzers.ContextValidation;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.ContextValidation.Authorization;

public class IneffectiveAuthorizationAnalyzerTests
{
    private const string Rule = RuleIds.IneffectiveAuthorization;

    private static Task ReportsAsync(string code, params DiagnosticResult[] findings) => Verify<IneffectiveAuthorizationAnalyzer>.ReportsAsync(code, EndpointCode.Program, findings);

    private static Task IsSilentAsync(string code) => Verify<IneffectiveAuthorizationAnalyzer>.IsSilentAsync(code, EndpointCode.Program);

    [Fact]
    [Clause(Rule, "member", Verdict.Reports)]
    public Task MembersThatAreNoEndpoints_Report() => ReportsAsync(EndpointCode.Mapped("""
        public class OrdersController(OrderService service) : ControllerBase
        {
            [HttpPost] public void Create() { Save(); Notify(); service.Delete(3); OrdersController.Log(); Help(); }
            [[|Authorize|]] private void Save() { }
            [[|Authorize(Roles = "Admin")|]] protected internal void Notify() { }
            [[|Authorize|]] public static void Log() { }
            [NonAction, [|Authorize|]] public void Help() { }
        }
        public class OrderService
        {
            [[|Authorize(Roles = "Admin")|]] public void Delete(int id) { }
        }
        [[|Authorize|]] public class ReportService { public void Send() { } }
        public class ChatHub : Hub { public Task Say(string text) => Filter(text); [[|Authorize|]] private Task Filter(string text) => Clients.All.SendAsync(text); }
        """));

    [Fact]
    [Clause(Rule, "member", Verdict.IsSilent)]
    public Task EndpointsAndTheirTypes_AreSilent() => IsSilentAsync(EndpointCode.Routes("""
        app.MapControllers(); app.MapRazorPages(); app.MapHub<ChatHub>("/chat");
        app.MapPost("/a", [Authorize] () => 1);
        app.MapPost("/b", Save);
        app.MapPost("/c", Handlers.Delete);
        Func<int> held = Handlers.Keep;
        app.MapPost("/d", held);
        [Authorize] static int Save() => 1;
        """, """
        [Authorize] public class OrdersController : ControllerBase { [Authorize(Roles = "Admin")] public void Create() { } [AllowAnonymous] public void Open() { } }
        [Authorize] public abstract class Base : ControllerBase { [Authorize] public abstract void Do(); [Authorize] protected virtual void Hook() { } public void Use(Action action) => Use(Hook); }
        [Authorize] public class EditModel : PageModel { public void OnPost() { } }
        [Authorize] public class ChatHub : Hub { [Authorize("x")] public void Say() { } }
        public static class Handlers { [Authorize] public static int Delete() => 1; [Authorize] public static int Keep() => 1; }
        [Authorize] public class Panel : Microsoft.AspNetCore.Components.ComponentBase { }
        [Authorize] internal class HiddenController : ControllerBase { [Authorize] public void Do() { } }
        public class PlainController { [Authorize] public void Do() { } }
        """));

    [Fact]
    [Clause(Rule, "read", Verdict.IsSilent)]
    public Task AttributesThatThePipelineReads_AreSilent() => IsSilentAsync(EndpointCode.Mapped("""
        [Authorize(Roles = "Admin")] public class PurgeService { public void Run() { } }
        public static class Pipeline { public static bool Needs(Type type) => type.GetCustomAttributes<AuthorizeAttribute>().Any(); }
        """));

    [Fact]
    [Clause(Rule, "read", Verdict.Reports)]
    public Task AttributesThatAreOnlyMade_Report() => ReportsAsync(EndpointCode.Routes("""
        app.MapPost("/x", () => 1).RequireAuthorization(new AuthorizeAttribute());
        """, "[[|Authorize(Roles = \"Admin\")|]] public class PurgeService { public void Run() { } }"));

    [Fact]
    [Clause(Rule, "library", Verdict.IsSilent)]
    public Task LibraryThatOthersUse_IsSilent() => Verify<IneffectiveAuthorizationAnalyzer>.IsSilentAsync(EndpointCode.Usings + """
        [Authorize] public class PurgeService { [Authorize] public void Run() { } }
        """);

    [Fact]
    [Clause(Rule, "library", Verdict.Reports)]
    public Task HiddenMethodOfAControllerInALibrary_Reports() => Verify<IneffectiveAuthorizationAnalyzer>.ReportsAsync(EndpointCode.Usings + """
        public class OrdersController : ControllerBase { public void Create() => Save(); [[|Authorize|]] private void Save() { } }
        """);

    [Fact]
    [Clause(Rule, "page", Verdict.Reports)]
    public Task HandlerOfAPage_Reports() => ReportsAsync(EndpointCode.Mapped("""
        public class EditModel : PageModel
        {
            public void OnGet() { }
            [[|Authorize|]] public void OnPost() { }
            [[|Authorize(Roles = "Admin")|]] public Task OnPostDeleteAsync() => Task.CompletedTask;
            [[|AllowAnonymous|]] public void OnPostFeedback() { }
        }
        """));

    [Fact]
    [Clause(Rule, "page", Verdict.IsSilent)]
    public Task AttributeOnThePage_IsSilent() => IsSilentAsync(EndpointCode.Mapped("[Authorize] public class EditModel : PageModel { public void OnGet() { } public void OnPost() { } }"));

    [Fact]
    [Clause(Rule, "routes-class", Verdict.Reports)]
    public Task ClassAndMethodAroundRoutes_Report() => ReportsAsync(EndpointCode.Routes("app.MapOrders(); app.MapCars(); app.MapPost(\"/pets\", Pets.Create);", """
        [[|Authorize|]] public static class OrderRoutes { public static void MapOrders(this IEndpointRouteBuilder routes) => routes.MapPost("/orders", () => 1); }
        public static class CarRoutes { [[|Authorize|]] public static void MapCars(this IEndpointRouteBuilder routes) => routes.MapPost("/cars", () => 1); }
        [[|Authorize|]] public static class Pets { public static int Create() => 1; }
        """));

    [Fact]
    [Clause(Rule, "routes-class", Verdict.IsSilent)]
    public Task HandlerThatIsMapped_IsSilent() => IsSilentAsync(EndpointCode.Routes("app.MapOrders();", """
        public static class OrderRoutes
        {
            public static void MapOrders(this IEndpointRouteBuilder routes) => routes.MapPost("/orders", Create);
            [Authorize] private static int Create() => 1;
        }
        """));

    [Theory]
    [InlineData("var open = app.MapGroup(\"/open\").AllowAnonymous(); open.MapPost(\"/a\", () => 1).[|RequireAuthorization|]();")]
    [InlineData("var open = app.MapGroup(\"/open\"); open.AllowAnonymous(); open.MapGroup(\"/in\").[|RequireAuthorization|](\"x\").MapPost(\"/a\", () => 1);")]
    [InlineData("app.MapPost(\"/a\", () => 1).[|RequireAuthorization|]().WithName(\"a\").AllowAnonymous();")]
    [InlineData("app.MapPost(\"/a\", () => 1).AllowAnonymous().[|RequireAuthorization|]();")]
    [InlineData("app.MapGroup(\"/open\").AllowAnonymous().MapPost(\"/a\", [[|Authorize|]] () => 1);")]
    [InlineData("var route = app.MapPost(\"/a\", () => 1); route.[|RequireAuthorization|](); route.AllowAnonymous();")]
    [InlineData("app.MapControllers().[|RequireAuthorization|]().AllowAnonymous();")]
    [Clause(Rule, "group", Verdict.Reports)]
    public Task RequirementUnderAnOpenGroup_Reports(string routes) => ReportsAsync(EndpointCode.Routes(routes));

    [Theory]
    [InlineData("var api = app.MapGroup(\"/api\").RequireAuthorization(); api.MapPost(\"/a\", () => 1).AllowAnonymous();")]
    [InlineData("var api = app.MapGroup(\"/api\"); api.MapPost(\"/a\", () => 1).RequireAuthorization(); api.MapPost(\"/b\", () => 1).AllowAnonymous();")]
    [InlineData("var api = app.MapGroup(\"/api\"); if (app.Environment.IsDevelopment()) api.AllowAnonymous(); api.MapPost(\"/a\", () => 1).RequireAuthorization();")]
    [InlineData("var all = app.MapControllers().RequireAuthorization(); if (app.Environment.IsDevelopment()) all.AllowAnonymous();")]
    [InlineData("var open = app.MapGroup(\"/open\").AllowAnonymous(); app.MapGroup(\"/api\").RequireAuthorization().MapPost(\"/a\", () => 1); open.MapPost(\"/a\", () => 1);")]
    [InlineData("app.MapGroup(\"/a\").AllowAnonymous().MapX(); app.MapGroup(\"/b\").MapX();")]
    [Clause(Rule, "group", Verdict.IsSilent)]
    public Task OtherRequirements_AreSilent(string routes) => IsSilentAsync(EndpointCode.Routes(
        routes, "public static class X { public static void MapX(this IEndpointRouteBuilder routes) => routes.MapPost(\"/x\", () => 1).RequireAuthorization(); }"));

    [Fact]
    [Clause(Rule, "overridden", Verdict.Reports)]
    public Task AuthorizeUnderAllowAnonymous_Reports() => ReportsAsync(EndpointCode.Mapped("""
        [AllowAnonymous] public class OrdersController : ControllerBase
        {
            [HttpGet] public void Get() { }
            [HttpPost, [|Authorize|]] public void Create() { }
            [HttpDelete, [|Authorize(Roles = "Admin")|]] public void Delete() { }
        }
        [AllowAnonymous] public abstract class Open : ControllerBase { }
        public class CarsController : Open { [[|Authorize|]] public void Create() { } }
        public class PetsController : ControllerBase { [[|Authorize|], AllowAnonymous] public void Create() { } }
        [[|Authorize|]] [AllowAnonymous] public class BothModel : PageModel { public void OnPost() { } }
        """));

    [Fact]
    [Clause(Rule, "overridden", Verdict.IsSilent)]
    public Task AllowAnonymousUnderAuthorize_IsSilent() => IsSilentAsync(EndpointCode.Mapped("""
        [Authorize] public class OrdersController : ControllerBase { [AllowAnonymous] public void Get() { } [Authorize(Roles = "Admin")] public void Create() { } }
        public abstract class Crud : ControllerBase { [Authorize] public void Create() { } }
        [AllowAnonymous] public class CarsController : Crud { }
        public class PetsController : Crud { }
        """));

    [Theory]
    [InlineData("app.UseRouting(); app.[|UseAuthorization|](); app.UseAuthentication(); app.MapControllers();")]
    [InlineData("app.UseRouting().[|UseAuthorization|]().UseAuthentication();")]
    [InlineData("IApplicationBuilder pipeline = app; pipeline.[|UseAuthorization|](); pipeline.UseCors(); pipeline.UseAuthentication();")]
    [Clause(Rule, "before-authentication", Verdict.Reports)]
    public Task AuthorizationBeforeAuthentication_Reports(string steps) => ReportsAsync(EndpointCode.Routes(steps));

    [Theory]
    [InlineData("app.UseRouting(); app.UseAuthentication(); app.UseAuthorization(); app.MapControllers();")]
    [InlineData("app.UseAuthorization(); app.MapControllers();")]
    [InlineData("app.MapControllers();")]
    [InlineData("app.MapControllers(); app.UseAuthentication(); app.UseAuthorization();")]
    [InlineData("app.UseAuthentication(); app.UseAuthorization(); app.Map(\"/x\", branch => { branch.UseAuthentication(); });")]
    [InlineData("app.UseAuthorization(); if (app.Environment.IsDevelopment()) app.UseAuthentication();")]
    [InlineData("app.UseAuthorization(); Other(app); static void Other(IApplicationBuilder other) { other.UseAuthentication(); }")]
    [Clause(Rule, "before-authentication", Verdict.IsSilent)]
    public Task OtherOrder_IsSilent(string steps) => IsSilentAsync(EndpointCode.Routes(steps));

    [Theory]
    [InlineData("app.UseRouting(); app.UseAuthentication(); app.UseEndpoints(routes => routes.MapControllers()); app.[|UseAuthorization|]();")]
    [InlineData("app.UseRouting(); app.UseEndpoints(routes => { routes.MapControllers(); }); app.UseAuthentication(); app.[|UseAuthorization|]();")]
    [Clause(Rule, "after-endpoints", Verdict.Reports)]
    public Task AuthorizationBehindEndpoints_Reports(string steps) => ReportsAsync(EndpointCode.Routes(steps));

    [Theory]
    [InlineData("app.UseRouting(); app.UseAuthentication(); app.UseAuthorization(); app.UseEndpoints(routes => routes.MapControllers());")]
    [InlineData("app.UseRouting(); app.UseAuthorization(); app.UseEndpoints(routes => routes.MapControllers()); app.UseAuthorization();")]
    [Clause(Rule, "after-endpoints", Verdict.IsSilent)]
    public Task AuthorizationBeforeEndpoints_IsSilent(string steps) => IsSilentAsync(EndpointCode.Routes(steps));

    [Fact]
    public Task StartupClass_Reports() => ReportsAsync(EndpointCode.Routes("", """
        public class Startup
        {
            public void Configure(IApplicationBuilder app)
            {
                app.UseRouting();
                app.[|UseAuthorization|]();
                app.UseAuthentication();
                app.UseEndpoints(endpoints => endpoints.MapControllers());
            }
        }
        """));

    [Fact]
    public Task Messages_SayWhyAndTheRemedy() => ReportsAsync(
        EndpointCode.Routes(
            "app.UseRouting(); app.{|#0:UseAuthorization|}(); app.UseAuthentication(); app.MapGroup(\"/o\").AllowAnonymous().MapPost(\"/x\", () => 1).{|#1:RequireAuthorization|}(); app.MapRazorPages(); app.MapControllers();",
            "public class EditModel : PageModel { [{|#2:Authorize|}] public void OnPost() { } } public class OrdersController : ControllerBase { public void Do() => Save(); [{|#3:Authorize|}] private void Save() { } } [AllowAnonymous] public class CarsController : ControllerBase { [{|#4:Authorize|}] public void Do() { } }"),
        At(0, "'UseAuthorization' stands before 'UseAuthentication': nobody is known yet, and everybody is refused; move it behind"),
        At(1, "'RequireAuthorization' has no effect: 'AllowAnonymous()' lets everybody in; take one of the two away"),
        At(2, "'[Authorize]' on a handler of a Razor Page has no effect: a page is authorized as a whole; put it on 'EditModel'"),
        At(3, "'[Authorize]' has no effect on 'Save': it is no endpoint, and its callers do not look at the attribute; put it on the endpoint that calls it"),
        At(4, "'[Authorize]' has no effect: '[AllowAnonymous] on CarsController' lets everybody in; take one of the two away"));

    [Theory]
    [InlineData("[Authorize public class A : ControllerBase { [Authorize] private }")]
    [InlineData("[Authorize] enum E { [Authorize] A } [assembly: Authorize] class B { [Authorize] int x; [Authorize] B() { } [return: Authorize] int M() => 1; [Authorize] int P => 1; }")]
    [InlineData("app.UseAuthorization(; app.UseAuthentication(); app.MapGroup().RequireAuthorization(; x.RequireAuthorization().AllowAnonymous(")]
    public Task HalfTypedCode_DoesNotThrow(string code) =>
        Verify<IneffectiveAuthorizationAnalyzer>.RunsAsync(EndpointCode.Usings + "var app = WebApplication.CreateBuilder(args).Build();\n" + code, EndpointCode.Program with { Broken = true });

    private static DiagnosticResult At(int place, string message) =>
        new DiagnosticResult(Descriptors.IneffectiveAuthorization).WithLocation(place).WithMessage(message).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations);
}
