using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.ContextValidation.ContextCode;
using Verify = SecurityReview.Analyzers.Tests.Verifiers.Verify<SecurityReview.Analyzers.ContextValidation.UnvalidatedContextAnalyzer>;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>Requests, claims and identities that are taken for granted.</summary>
public class AssumedIdentityAnalyzerTests
{
    private const string Rule = RuleIds.ContextNotValidated;

    [Theory]
    [InlineData("public class Current(IHttpContextAccessor accessor) { public ClaimsPrincipal Principal => [|accessor.HttpContext!|].User; }")]
    [InlineData("public class Current { private readonly IHttpContextAccessor _accessor; public Current(IHttpContextAccessor accessor) { _accessor = accessor; } public bool IsAdmin() { return [|_accessor.HttpContext!|].User.IsInRole(\"admin\"); } }")]
    [Clause(Rule, "http-context", Verdict.Reports)]
    public Task RequestThatIsAssumed_Reports(string types) => Verify.ReportsAsync(Web(types));

    [Theory]
    [InlineData("public class Current(IHttpContextAccessor accessor) { public ClaimsPrincipal? Principal => accessor.HttpContext?.User; public string Path => accessor.HttpContext!.Request.Path; }")]
    [InlineData("public class Current(IHttpContextAccessor accessor) { public ClaimsPrincipal Principal => accessor.HttpContext is null ? new() : accessor.HttpContext!.User; }")]
    [Clause(Rule, "http-context", Verdict.IsSilent)]
    public Task RequestThatIsAskedFor_IsSilent(string types) => Verify.IsSilentAsync(Web(types));

    [Theory]
    [InlineData("[ApiController, Route(\"me\")] public class MeController : ControllerBase { [HttpGet] public string Get() => [|User.FindFirst(ClaimTypes.NameIdentifier)!|].Value; }")]
    [InlineData("[ApiController, Route(\"me\")] public class MeController : ControllerBase { [HttpGet] public string Get() { var id = [|User.FindFirstValue(\"sub\")!|]; return id; } }")]
    [InlineData("#nullable disable\npublic class Current { public string Id(ClaimsPrincipal user) { return [|user.FindFirst(\"sub\")|].Value; } }\n#nullable restore")]
    [InlineData("[ApiController, Route(\"me\")] public class MeController : ControllerBase { [HttpGet, AllowAnonymous] public string Get() => [|User.FindFirst(\"sub\")!|].Value; }")]
    [Clause(Rule, "claim", Verdict.Reports)]
    public Task ClaimThatIsAssumed_Reports(string types) => Verify.ReportsAsync(Web(types));

    [Theory]
    [InlineData("[ApiController, Route(\"me\"), Authorize] public class MeController : ControllerBase { [HttpGet] public string Get() => User.FindFirst(ClaimTypes.NameIdentifier)!.Value; }")]
    [InlineData("[ApiController, Route(\"me\")] public class MeController : ControllerBase { [HttpGet] public string Get() => User.FindFirst(\"sub\")?.Value ?? throw new UnauthorizedAccessException(); }")]
    [InlineData("[ApiController, Route(\"me\")] public class MeController : ControllerBase { [HttpGet] public string Get() => User.HasClaim(c => c.Type == \"sub\") ? User.FindFirst(\"sub\")!.Value : \"\"; }")]
    [Clause(Rule, "claim", Verdict.IsSilent)]
    public Task ClaimOfWhoeverIsSignedIn_IsSilent(string types) => Verify.IsSilentAsync(Web(types));

    [Theory]
    [InlineData("[ApiController, Route(\"me\")] public class MeController : ControllerBase { [HttpGet] public string? Get() => [|User.Identity!|].Name; }")]
    [InlineData("public class Current { public string Name(ClaimsPrincipal user) => [|user.Identity!|].Name!; }")]
    [Clause(Rule, "identity-name", Verdict.Reports)]
    public Task NameThatIsAssumed_Reports(string types) => Verify.ReportsAsync(Web(types));

    [Theory]
    [InlineData("[ApiController, Route(\"me\")] public class MeController : ControllerBase { [HttpGet] public string? Get() { if (User.Identity?.IsAuthenticated != true) return null; return User.Identity!.Name; } }")]
    [InlineData("[ApiController, Route(\"me\")] public class MeController(Microsoft.Extensions.Logging.ILogger<MeController> log) : ControllerBase { [HttpGet] public void Get() => Microsoft.Extensions.Logging.LoggerExtensions.LogInformation(log, \"{N}\", User.Identity!.Name); }")]
    [Clause(Rule, "identity-name", Verdict.IsSilent)]
    public Task NameThatIsAskedForOrLogged_IsSilent(string types) => Verify.IsSilentAsync(Web(types));

    [Fact]
    [Clause(Rule, "authenticated", Verdict.Reports)]
    public Task OpenEndpointLeadsThere_Reports() => Verify.ReportsAsync(Web(Chain("", "[|", "|]")));

    [Fact]
    [Clause(Rule, "authenticated", Verdict.IsSilent)]
    public Task OnlyProtectedEndpointsLeadThere_IsSilent() => Verify.IsSilentAsync(Web(Chain("[Authorize]", "", "")));

    [Fact]
    public Task HandlersOfAProgram_AreToldApart() =>
        Verify.ReportsAsync(
            """
            using System.Security.Claims;
            using Microsoft.AspNetCore.Builder;
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapGet("/open", (ClaimsPrincipal user) => [|user.FindFirst("sub")!|].Value);
            app.MapGet("/closed", (ClaimsPrincipal user) => user.FindFirst("sub")!.Value).RequireAuthorization();
            app.Run();
            """,
            Setting.Program);

    private static string Chain(string attribute, string open, string close) => $$"""
        public interface ICurrent { string Id { get; } }
        public class Current(IHttpContextAccessor accessor) : ICurrent
        {
            public string Id => {{open}}accessor.HttpContext!{{close}}.User.FindFirst("sub")!.Value;
        }
        public class Orders(ICurrent current) { public string Mine() => "orders of " + current.Id; }
        [ApiController, Route("orders")]
        public class OrdersController(Orders orders) : ControllerBase
        {
            {{attribute}} [HttpGet] public string Get() => orders.Mine();
            [HttpPost, Authorize] public string Post() => orders.Mine();
        }
        """;
}
