using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.ContextValidation.OwnerCode;
using Verify = SecurityReview.Analyzers.Tests.Verifiers.Verify<SecurityReview.Analyzers.ContextValidation.MismatchedOwnerAnalyzer>;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>What excuses a mismatch: privileges, denials, later checks.</summary>
public class MismatchedOwnerPrivilegeAnalyzerTests
{
    private const string Rule = RuleIds.MismatchedOwnerAccepted;

    [Fact]
    [Clause(Rule, "privilege-conjoined", Verdict.Reports)]
    [Clause(Rule, "privilege-kind", Verdict.Reports)]
    public Task OtherConditionConjoined_Reports() =>
        Verify.ReportsAsync(In("""
            var userId = context.UserId;
            if (instance.Id > 0 && [|context.UserId != instance.UserId|])
                userId = instance.UserId;
            return userId;
            """));

    [Fact]
    public Task PrivilegeThatGrantsTheOtherBranch_Reports() =>
        Verify.ReportsAsync(In("""
            if (context.IsAdmin || [|context.UserId != instance.UserId|])
                return instance.UserId;
            return context.UserId;
            """));

    [Fact]
    public Task NegatedPrivilege_Reports() =>
        Verify.ReportsAsync(In("""
            return !context.IsAdmin && [|context.UserId != instance.UserId|] ? instance.UserId : context.UserId;
            """));

    [Fact]
    [Clause(Rule, "privilege-dominating", Verdict.Reports)]
    public Task PrivilegeOnAnotherPath_Reports() =>
        Verify.ReportsAsync(In("""
            var userId = context.UserId;
            if (context.IsAdmin)
                Console.Write("admin");
            if ([|context.UserId != instance.UserId|])
                userId = instance.UserId;
            return userId;
            """));

    [Theory]
    [InlineData("if (context.IsAdmin) { if (context.UserId != instance.UserId) return instance.UserId; } return context.UserId;")]
    [InlineData("if (!context.IsAdmin) return context.UserId; return context.UserId != instance.UserId ? instance.UserId : context.UserId;")]
    [InlineData("if (context.UserId != instance.UserId) { if (!context.IsAdmin) throw new UnauthorizedAccessException(); return instance.UserId; } return context.UserId;")]
    [InlineData("if (context.UserId != instance.UserId && !context.IsAdmin) throw new UnauthorizedAccessException(); return context.UserId != instance.UserId ? instance.UserId : context.UserId;")]
    [InlineData("return context switch { { IsAdmin: true } when context.UserId != instance.UserId => instance.UserId, _ => context.UserId };")]
    [InlineData("return (context.IsAdmin, context.UserId != instance.UserId) switch { (true, true) => instance.UserId, _ => context.UserId };")]
    [Clause(Rule, "privilege-dominating", Verdict.IsSilent)]
    public Task DominatingPrivilege_IsSilent(string body) => Verify.IsSilentAsync(In(body));

    [Theory]
    [InlineData("user.IsInRole(\"Support\")")]
    [InlineData("user.HasClaim(\"scope\", \"act-for-others\")")]
    [InlineData("(await service.AuthorizeAsync(user, document, \"ActForOwner\")).Succeeded")]
    [InlineData("role == \"admin\"")]
    [InlineData("roles.Contains(\"admin\")")]
    [InlineData("CanActFor(user, document)")]
    [InlineData("document.IsShared")]
    [Clause(Rule, "privilege-kind", Verdict.IsSilent)]
    public Task PrivilegeOfAnyKind_IsSilent(string test) => Verify.IsSilentAsync(Claims(test, "", ""));

    [Theory]
    [InlineData("user.Identity!.IsAuthenticated")]
    [InlineData("document.Title == \"admin\"")]
    [InlineData("document.Cancelled")]
    public Task TestThatIsNoPrivilege_Reports(string test) => Verify.ReportsAsync(Claims(test, "[|", "|]"));

    [Fact]
    [Clause(Rule, "option-privileged-roles", Verdict.Reports)]
    public Task RoleThatIsNotPrivileged_Reports() =>
        Verify.ReportsAsync(
            Claims("user.IsInRole(\"Member\")", "[|", "|]"), Setting.Default with { Options = "security_review.privileged_roles = Admin, Support" });

    [Fact]
    [Clause(Rule, "option-privileged-roles", Verdict.IsSilent)]
    public Task PrivilegedRole_IsSilent() =>
        Verify.IsSilentAsync(
            Claims("user.IsInRole(\"Support\")", "", ""), Setting.Default with { Options = "security_review.privileged_roles = Admin, Support" });

    private static string Claims(string test, string before, string after) => $$"""
        using System.Linq;
        using System.Security.Claims;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Authorization;
        class Document { public string OwnerId { get; set; } = ""; public string Title { get; set; } = ""; public bool IsShared { get; set; } public bool Cancelled { get; set; } }
        class Service(IAuthorizationService service)
        {
            async Task<string?> Owner(ClaimsPrincipal user, Document document, string role, string[] roles)
            {
                await Task.Yield();
                var me = user.FindFirstValue("sub");
                if ({{test}} && {{before}}me != document.OwnerId{{after}})
                    return document.OwnerId;
                return me;
            }

            bool CanActFor(ClaimsPrincipal user, Document document) => service is not null && user.HasClaim("owner", document.OwnerId);
        }
        """;

    [Theory]
    [InlineData("[Authorize(Roles = \"Admin\")]")]
    [InlineData("[Authorize(\"ActForOthers\")]")]
    [InlineData("[Authorize(Policy = \"ActForOthers\")]")]
    [InlineData("[RequirePermission]")]
    [Clause(Rule, "privilege-scope", Verdict.IsSilent)]
    public Task AttributeWithPrivilege_IsSilent(string attribute) => Verify.IsSilentAsync(Attributed(attribute, "", ""));

    [Theory]
    [InlineData("[Authorize]")]
    [InlineData("[Authorize(AuthenticationSchemes = \"Bearer\")]")]
    [Clause(Rule, "privilege-scope", Verdict.Reports)]
    public Task BareAuthorize_Reports(string attribute) => Verify.ReportsAsync(Attributed(attribute, "[|", "|]"));

    private static string Attributed(string attribute, string before, string after) => $$"""
        using System;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        class RequirePermissionAttribute : Attribute;
        {{attribute}}
        public class QuotasController : ControllerBase
        {
            [HttpGet]
            public string Owner([FromServices] RequestContext context, Instance instance) =>
                {{before}}context.UserId == instance.UserId{{after}} ? context.UserId : instance.UserId;
        }
        {{Types}}
        """;

    [Fact]
    public Task HandlerMappedWithAPolicy_IsSilent() => Verify.IsSilentAsync(Mapped("RequireAuthorization(\"admin\")", "", ""), Setting.Program);

    [Fact]
    public Task HandlerMappedForAuthenticatedUsers_Reports() => Verify.ReportsAsync(Mapped("RequireAuthorization()", "[|", "|]"), Setting.Program);

    private static string Mapped(string metadata, string before, string after) => $$"""
        using Microsoft.AspNetCore.Builder;
        var app = WebApplication.Create(args);
        app.MapGet("/owner", (RequestContext context, Instance instance) =>
            {{before}}context.UserId == instance.UserId{{after}} ? context.UserId : instance.UserId).{{metadata}};
        app.Run();
        {{Types}}
        """;

    [Fact]
    [Clause(Rule, "privilege-scope", Verdict.IsSilent)]
    public Task HandlerInAGroupWithAPolicy_IsSilent() => Verify.IsSilentAsync(Grouped("RequireAuthorization(\"admin\")", "", ""), Setting.Program);

    [Fact]
    [Clause(Rule, "privilege-scope", Verdict.Reports)]
    public Task HandlerInAGroupForAuthenticatedUsers_Reports() => Verify.ReportsAsync(Grouped("RequireAuthorization()", "[|", "|]"), Setting.Program);

    private static string Grouped(string metadata, string before, string after) => $$"""
        using Microsoft.AspNetCore.Builder;
        var app = WebApplication.Create(args);
        var owners = app.MapGroup("/owners").{{metadata}};
        owners.MapGet("/", Handlers.Owner);
        app.Run();
        public static class Handlers
        {
            public static string Owner(RequestContext context, Instance instance) => {{before}}context.UserId == instance.UserId{{after}} ? context.UserId : instance.UserId;
        }
        {{Types}}
        """;

    [Fact]
    [Clause(Rule, "checked-later", Verdict.IsSilent)]
    public Task CheckedBeforeItCounts_IsSilent() =>
        Verify.IsSilentAsync(In("""
            var userId = context.UserId != instance.UserId ? instance.UserId : context.UserId;
            if (userId != context.UserId && !context.IsAdmin)
                throw new UnauthorizedAccessException();
            var projectId = context.ProjectId;
            if (context.ProjectId != instance.ProjectId)
                projectId = instance.ProjectId;
            EnsureMayUse(context, projectId);
            return userId + projectId;

            static void EnsureMayUse(RequestContext context, string projectId) { }
            """));

    [Fact]
    [Clause(Rule, "checked-later", Verdict.Reports)]
    public Task LaterCheckOfAnotherValue_Reports() =>
        Verify.ReportsAsync(In("""
            ArgumentNullException.ThrowIfNull(instance);
            var userId = [|context.UserId != instance.UserId|] ? instance.UserId : context.UserId;
            if (instance.Id < 0)
                throw new ArgumentException("id");
            ArgumentException.ThrowIfNullOrEmpty(userId);
            return userId;
            """));

    [Theory]
    [InlineData("if (context.ProjectId != instance.ProjectId) { if (!context.IsAdmin) throw new UnauthorizedAccessException(); }")]
    [InlineData("if (context.ProjectId != instance.ProjectId && !context.IsAdmin) throw new UnauthorizedAccessException();")]
    [Clause(Rule, "checked-later", Verdict.Reports)]
    public Task LaterCheckThatRunsForAnotherKeyOnly_Reports(string later) =>
        Verify.ReportsAsync(In($"var userId = context.UserId; if ([|context.UserId != instance.UserId|]) userId = instance.UserId; {later} return userId;"));

    [Theory]
    [InlineData("if (!context.IsAdmin && context.UserId != instance.UserId) throw new UnauthorizedAccessException();")]
    [InlineData("if (context.ProjectId != instance.ProjectId || !context.IsAdmin) throw new UnauthorizedAccessException();")]
    [Clause(Rule, "checked-later", Verdict.IsSilent)]
    public Task LaterCheckThatRunsInAnyCase_IsSilent(string later) =>
        Verify.IsSilentAsync(In($"var userId = context.UserId; if (context.UserId != instance.UserId) userId = instance.UserId; {later} return userId;"));

    [Theory]
    [InlineData("return Forbid();")]
    [InlineData("return NotFound();")]
    [InlineData("throw new UnauthorizedAccessException();")]
    [Clause(Rule, "option-deny-result", Verdict.IsSilent)]
    public Task EveryDenial_IsSilent(string denial) =>
        Verify.IsSilentAsync($$"""
            using System;
            using Microsoft.AspNetCore.Mvc;
            public class QuotasController : ControllerBase
            {
                public IActionResult Get([FromServices] RequestContext context, Instance instance)
                {
                    if (context.UserId != instance.UserId)
                        {{denial}}
                    return Ok(context.UserId != instance.UserId ? instance.UserId : context.UserId);
                }
            }
            {{Types}}
            """);

    [Fact]
    public Task HelperThatThrows_IsSilent() =>
        Verify.IsSilentAsync(In("""
            if (context.UserId != instance.UserId)
            {
                Policy.DemandActFor(context, instance);
                return instance.UserId;
            }
            return context.UserId;
            """) + "static class Policy { public static void DemandActFor(RequestContext context, Instance instance) { if (!context.IsAdmin) throw new System.UnauthorizedAccessException(); } }");
}
