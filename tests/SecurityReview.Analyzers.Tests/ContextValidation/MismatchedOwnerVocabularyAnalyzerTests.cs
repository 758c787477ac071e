using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.ContextValidation.OwnerCode;
using Verify = SecurityReview.Analyzers.Tests.Verifiers.Verify<SecurityReview.Analyzers.ContextValidation.MismatchedOwnerAnalyzer>;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>Who is a caller, what is an owner, and what is a privilege.</summary>
public class MismatchedOwnerVocabularyAnalyzerTests
{
    private const string Rule = RuleIds.MismatchedOwnerAccepted;

    [Theory]
    [InlineData("interface IWho { string UserId { get; } System.Collections.Generic.IReadOnlyList<string> Roles { get; } }", "IWho who")]
    [InlineData("class Caller { public string UserId = \"\"; public string TenantId = \"\"; }", "Caller who")]
    [InlineData("record Pair(string UserId, string TenantId);", "Pair context")]
    [InlineData("class Base { public bool IsSuperUser; } class Who : Base { public string UserId = \"\"; }", "Who who")]
    [InlineData("class CurrentUser { public string UserId = \"\"; public System.Security.Claims.ClaimsPrincipal? Principal; }", "CurrentUser who")]
    [Clause(Rule, "context-type", Verdict.Reports)]
    public Task TypeWithTheShapeOfACaller_Reports(string type, string parameter)
    {
        var name = parameter.Split(' ')[1];
        return Verify.ReportsAsync($$"""
            {{type}}
            class Thing { public string UserId = ""; }
            static class Owners
            {
                static string Resolve({{parameter}}, Thing thing) => [|{{name}}.UserId != thing.UserId|] ? thing.UserId : {{name}}.UserId;
            }
            """);
    }

    [Theory]
    [InlineData("record Pair(string UserId, string TenantId);", "Pair first")]
    [InlineData("class Membership { public int Id; public string UserId = \"\"; public string TenantId = \"\"; public string[] Roles = []; }", "Membership first")]
    [InlineData("class InviteRequest { public string UserId = \"\"; public string TenantId = \"\"; public bool IsAdmin; }", "InviteRequest first")]
    [InlineData("class Key { [System.ComponentModel.DataAnnotations.Key] public string Hash { get; set; } = \"\"; public string UserId = \"\"; public bool IsAdmin; }", "Key first")]
    [InlineData("class Session { public string UserId = \"\"; public string Color = \"\"; }", "Session first")]
    [Clause(Rule, "context-type", Verdict.IsSilent)]
    public Task TypeThatIsOwnedItself_IsSilent(string type, string parameter)
    {
        var name = parameter.Split(' ')[1];
        return Verify.IsSilentAsync($$"""
            {{type}}
            class Thing { public string UserId = ""; }
            static class Owners
            {
                static string Resolve({{parameter}}, Thing thing) => {{name}}.UserId != thing.UserId ? thing.UserId : {{name}}.UserId;
            }
            """);
    }

    [Fact]
    public Task EntityOfADbSet_IsNoCaller() =>
        Verify.IsSilentAsync("""
            using Microsoft.EntityFrameworkCore;
            class ApiKey { public string Hash { get; set; } = ""; public string UserId { get; set; } = ""; public bool IsAdmin { get; set; } }
            class Thing { public string UserId { get; set; } = ""; }
            class Db : DbContext { public DbSet<ApiKey> Keys => Set<ApiKey>(); }
            static class Owners
            {
                static string Resolve(ApiKey key, Thing thing) => key.UserId != thing.UserId ? thing.UserId : key.UserId;
            }
            """);

    [Theory]
    [InlineData("User.FindFirstValue(ClaimTypes.NameIdentifier)")]
    [InlineData("User.FindFirst(ClaimTypes.NameIdentifier)!.Value")]
    [InlineData("User.FindFirst(\"sub\")?.Value")]
    [InlineData("User.Identity!.Name")]
    [InlineData("HttpContext.User.FindFirstValue(\"sub\") ?? throw new System.InvalidOperationException()")]
    [InlineData("users.GetUserId(User)")]
    [Clause(Rule, "principal", Verdict.Reports)]
    public Task ValueOfThePrincipal_Reports(string caller) =>
        Verify.ReportsAsync($$"""
            using System.Security.Claims;
            using Microsoft.AspNetCore.Identity;
            using Microsoft.AspNetCore.Mvc;
            class Document { public string OwnerId { get; set; } = ""; }
            class Api(UserManager<IdentityUser> users) : ControllerBase
            {
                string? Owner(Document document)
                {
                    var me = {{caller}};
                    var owner = me;
                    if ([|document.OwnerId != me|])
                        owner = document.OwnerId;
                    return owner;
                }

                string? Unused() => users.GetUserId(User);
            }
            """);

    [Fact]
    public Task NumericClaim_Reports() =>
        Verify.ReportsAsync("""
            using System.Security.Claims;
            class Document { public int? OwnerId { get; set; } }
            class Service
            {
                int? Owner(ClaimsPrincipal user, Document document) =>
                    [|int.Parse(user.FindFirstValue("sub")!) == document.OwnerId|] ? int.Parse(user.FindFirstValue("sub")!) : document.OwnerId;
            }
            """);

    [Fact]
    public Task CurrentUserId_Reports() =>
        Verify.ReportsAsync("""
            using System;
            class Document { public Guid OwnerId { get; set; } }
            class Service
            {
                Guid Owner(Guid currentUserId, Document document) => [|document.OwnerId.Equals(currentUserId)|] ? currentUserId : document.OwnerId;
            }
            """);

    [Theory]
    [InlineData("string userId")]
    [InlineData("string currentOwnerId")]
    [InlineData("string currentId")]
    [Clause(Rule, "principal", Verdict.IsSilent)]
    public Task ValueOfUnknownOrigin_IsSilent(string parameter)
    {
        var name = parameter.Split(' ')[1];
        return Verify.IsSilentAsync($$"""
            class Document { public string OwnerId { get; set; } = ""; }
            class Service
            {
                string Owner({{parameter}}, Document document) => document.OwnerId != {{name}} ? document.OwnerId : {{name}};
            }
            """);
    }

    [Fact]
    public Task RecordOfTheCaller_IsSilent() =>
        Verify.IsSilentAsync("""
            using System.Security.Claims;
            using System.Threading.Tasks;
            using Microsoft.AspNetCore.Identity;
            class AppUser : IdentityUser { public string TenantId { get; set; } = ""; }
            class Service(UserManager<AppUser> users)
            {
                async Task<string?> Tenant(ClaimsPrincipal principal)
                {
                    var tenant = principal.FindFirstValue("tenantid");
                    var user = await users.GetUserAsync(principal);
                    if (user!.TenantId != tenant)
                        tenant = user.TenantId;
                    return user.TenantId != principal.FindFirstValue("tenantid") ? user.TenantId : principal.FindFirstValue("tenantid");
                }
            }
            """);

    [Theory]
    [InlineData("OwnerId")]
    [InlineData("CreatedBy")]
    [InlineData("TenantId")]
    [InlineData("AuthorId")]
    [InlineData("customer_id")]
    [Clause(Rule, "ownership-key", Verdict.Reports)]
    public Task MemberThatNamesAnOwner_Reports(string member) =>
        Verify.ReportsAsync($$"""
            record RequestContext(string UserId, bool IsAdmin);
            class Document { public string {{member}} { get; set; } = ""; }
            class Service
            {
                string Owner(RequestContext context, Document document) => [|context.UserId != document.{{member}}|] ? document.{{member}} : context.UserId;
            }
            """);

    [Theory]
    [InlineData("Id")]
    [InlineData("Email")]
    [InlineData("ParentId")]
    [InlineData("AssignedTo")]
    [Clause(Rule, "ownership-key", Verdict.IsSilent)]
    public Task OtherMember_IsSilent(string member) =>
        Verify.IsSilentAsync($$"""
            record RequestContext(string UserId, bool IsAdmin);
            class Document { public string {{member}} { get; set; } = ""; }
            class Service
            {
                string Owner(RequestContext context, Document document) => context.UserId != document.{{member}} ? document.{{member}} : context.UserId;
            }
            """);

    [Fact]
    [Clause(Rule, "own-value", Verdict.IsSilent)]
    public Task CallersValueIntoTheObject_IsSilent() =>
        Verify.IsSilentAsync(In("""
            if (context.UserId != instance.UserId)
                instance.UserId = context.UserId;
            if (instance.ProjectId != context.ProjectId)
                instance = new Instance { ProjectId = context.ProjectId, UserId = instance.UserId };
            return instance.UserId;
            """));

    [Fact]
    public Task ChangeBetweenTwoEntities_IsSilent() =>
        Verify.IsSilentAsync("""
            class Entity { public string OwnerId { get; set; } = ""; }
            class EntityDto { public string OwnerId { get; set; } = ""; }
            class Mapper
            {
                bool Map(Entity old, EntityDto dto)
                {
                    var changed = old.OwnerId;
                    if (old.OwnerId != dto.OwnerId)
                        old.OwnerId = dto.OwnerId;
                    return (old.OwnerId != dto.OwnerId ? dto.OwnerId : old.OwnerId) == changed;
                }
            }
            """);

    [Fact]
    [Clause(Rule, "own-value", Verdict.Reports)]
    public Task ObjectsValueInsteadOfTheCallersIntoAThird_Reports() =>
        Verify.ReportsAsync(In("""
            var quota = new Instance { UserId = context.UserId };
            if ([|context.UserId != instance.UserId|])
                quota = new Instance { UserId = instance.UserId };
            return quota.UserId;
            """));

    [Fact]
    [Clause(Rule, "option-ownership-keys", Verdict.Reports)]
    public Task ConfiguredKey_Reports() =>
        Verify.ReportsAsync(Farm("[|", "|]"), Setting.Default with { Options = "security_review.ownership_keys = GrangeId, FarmId" });

    [Fact]
    [Clause(Rule, "option-ownership-keys", Verdict.IsSilent)]
    public Task KeyThatIsNotConfigured_IsSilent() =>
        Verify.IsSilentAsync(Farm("", ""), Setting.Default with { Options = "security_review.ownership_keys = GrangeId" });

    private static string Farm(string before, string after) => $$"""
        record RequestContext(string UserId, string FarmId, bool IsAdmin);
        class Animal { public string FarmId { get; set; } = ""; }
        class Service
        {
            string Farm(RequestContext context, Animal animal) => {{before}}context.FarmId != animal.FarmId{{after}} ? animal.FarmId : context.FarmId;
        }
        """;

    [Fact]
    [Clause(Rule, "option-principal-types", Verdict.Reports)]
    public Task ConfiguredPrincipalType_Reports() =>
        Verify.ReportsAsync(Badge("[|", "|]"), Setting.Default with { Options = "security_review.principal_types = Plant.Badge" });

    [Fact]
    [Clause(Rule, "option-principal-types", Verdict.IsSilent)]
    public Task PrincipalTypeThatIsNotConfigured_IsSilent() =>
        Verify.IsSilentAsync(Badge("", ""), Setting.Default with { Options = "security_review.principal_types = Badge2; Other.Badge" });

    private static string Badge(string before, string after) => $$"""
        namespace Plant;
        class Badge { public string UserId { get; set; } = ""; }
        class Shift { public string UserId { get; set; } = ""; }
        class Service
        {
            string Who(Badge badge, Shift shift) => {{before}}badge.UserId != shift.UserId{{after}} ? shift.UserId : badge.UserId;
        }
        """;

    [Fact]
    [Clause(Rule, "option-owner-exempt-types", Verdict.Reports)]
    public Task TypeThatIsNotExempt_Reports() =>
        Verify.ReportsAsync(
            In("return [|context.UserId != instance.UserId|] ? instance.UserId : context.UserId;"),
            Setting.Default with { Options = "security_review.owner_exempt_types = SecurityGroup" });

    [Fact]
    [Clause(Rule, "option-owner-exempt-types", Verdict.IsSilent)]
    public Task ExemptType_IsSilent() =>
        Verify.IsSilentAsync(
            In("return context.UserId != instance.UserId ? instance.UserId : context.UserId;"),
            Setting.Default with { Options = "security_review.owner_exempt_types = Instance" });
}
