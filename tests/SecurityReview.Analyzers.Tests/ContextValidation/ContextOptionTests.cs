using SecurityReview.Analyzers.ContextValidation;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>Options of the rules about contexts that are the same in several of them.</summary>
public class ContextOptionTests
{
    private const string FarmCode = """
        public class Barn { public int Id { get; set; } public string FarmId { get; set; } = ""; public string OwnerId { get; set; } = ""; }
        public class Farm : DbContext { public DbSet<Barn> Barns => Set<Barn>(); }
        """;

    [Theory]
    [InlineData("FarmId = {0}farmId{1}", "security_review.ownership_keys = FarmId", true)]
    [InlineData("FarmId = {0}farmId{1}", "", false)]
    [InlineData("OwnerId = {0}ownerId{1}", "", true)]
    [InlineData("OwnerId = {0}ownerId{1}", "security_review.owner_exempt_types = Barn", false)]
    [Clause(RuleIds.IdentityFromRequest, "ownership-keys", Verdict.Reports)]
    [Clause(RuleIds.IdentityFromRequest, "ownership-keys", Verdict.IsSilent)]
    [Clause(RuleIds.IdentityFromRequest, "exempt", Verdict.Reports)]
    [Clause(RuleIds.IdentityFromRequest, "exempt", Verdict.IsSilent)]
    public Task ClaimedIdentity_NamesOfTheProject(string assignment, string option, bool isReported) =>
        ClaimedAsync(
            "[Authorize] public class BarnsController(Farm db) : ControllerBase { public async Task<IActionResult> Add(string farmId, string ownerId) { db.Add(new Barn { " + assignment + " }); await db.SaveChangesAsync(); return Ok(farmId + ownerId + User.Identity?.Name); } }",
            option, isReported);

    [Theory]
    [InlineData("", true)]
    [InlineData("security_review.principal_types = Passport", false)]
    [Clause(RuleIds.IdentityFromRequest, "principal-types", Verdict.Reports)]
    [Clause(RuleIds.IdentityFromRequest, "principal-types", Verdict.IsSilent)]
    public Task ClaimedIdentity_TypeThatCarriesTheCaller(string option, bool isReported) =>
        ClaimedAsync(
            "public class Passport { public string OwnerId { get; set; } = \"\"; } [Authorize] public class BarnsController(Farm db) : ControllerBase { public async Task<IActionResult> Add(Passport passport) { db.Add(new Barn { OwnerId = {0}passport.OwnerId{1} }); await db.SaveChangesAsync(); return NoContent(); } }",
            option, isReported);

    [Theory]
    [InlineData("Member", true)]
    [InlineData("Boss", false)]
    [Clause(RuleIds.IdentityFromRequest, "privileged-roles", Verdict.Reports)]
    [Clause(RuleIds.IdentityFromRequest, "privileged-roles", Verdict.IsSilent)]
    public Task ClaimedIdentity_Role(string role, bool isReported) =>
        ClaimedAsync(
            "[Authorize(Roles = \"" + role + "\")] public class BarnsController(Farm db) : ControllerBase { public async Task<IActionResult> Add(string ownerId) { db.Add(new Barn { OwnerId = {0}ownerId{1} }); await db.SaveChangesAsync(); return NoContent(); } }",
            "security_review.privileged_roles = Boss", isReported);

    [Theory]
    [InlineData("Customer", true)]
    [InlineData("Support", false)]
    [Clause(RuleIds.ChildNotTied, "privileged-roles", Verdict.Reports)]
    [Clause(RuleIds.ChildNotTied, "privileged-roles", Verdict.IsSilent)]
    public Task UntiedChild_Role(string role, bool isReported)
    {
        var setting = new Setting { Options = "security_review.privileged_roles = Support" };
        string Code(string find) => OwnershipCode.Controller($"[Authorize(Roles = \"{role}\")] public async Task<IActionResult> Get(int orderId, int lineId) => Ok(await db.Lines.{find}(lineId));");
        return isReported ? Verify<UntiedChildAnalyzer>.ReportsAsync(Code("[|FindAsync|]"), setting) : Verify<UntiedChildAnalyzer>.IsSilentAsync(Code("FindAsync"), setting);
    }

    [Theory]
    [InlineData("security_review.principal_types = Passport", true)]
    [InlineData("", false)]
    [Clause(RuleIds.ClientControlsPrivilege, "option-principal-types", Verdict.Reports)]
    [Clause(RuleIds.ClientControlsPrivilege, "option-principal-types", Verdict.IsSilent)]
    public Task ClientPrivilege_TypeThatCarriesTheCaller(string option, bool isReported)
    {
        var setting = Setting.Default with { Options = option };
        string Code(string value) => PrivilegeCode.Controller($"[HttpPost] public object Make(Register request) => new Passport {{ IsAdmin = {value} }};", "public class Passport { public bool IsAdmin { get; set; } }");
        return isReported ? Verify<ClientPrivilegeAnalyzer>.ReportsAsync(Code("[|request.IsAdmin|]"), setting) : Verify<ClientPrivilegeAnalyzer>.IsSilentAsync(Code("request.IsAdmin"), setting);
    }

    [Theory]
    [InlineData("security_review.principal_types = Passport", true)]
    [InlineData("", false)]
    [Clause(RuleIds.OwnershipFilterFailsOpen, "option-principal-types", Verdict.Reports)]
    [Clause(RuleIds.OwnershipFilterFailsOpen, "option-principal-types", Verdict.IsSilent)]
    public Task OpenFilter_TypeThatCarriesTheCaller(string option, bool isReported)
    {
        var setting = Setting.Default with { Options = option };
        string Code(string test) => FilterCode.Method($"public IQueryable<Order> List(Passport passport) => db.Orders.Where(o => {test} || o.OwnerId == passport.OwnerId); }} public class Passport {{ public string? OwnerId {{ get; set; }}");
        return isReported ? Verify<OpenFilterAnalyzer>.ReportsAsync(Code("[|passport.OwnerId == null|]"), setting) : Verify<OpenFilterAnalyzer>.IsSilentAsync(Code("passport.OwnerId == null"), setting);
    }

    [Theory]
    [InlineData("Member", true)]
    [InlineData("Boss", false)]
    [Clause(RuleIds.OwnershipFilterFailsOpen, "option-privileged-roles", Verdict.Reports)]
    [Clause(RuleIds.OwnershipFilterFailsOpen, "option-privileged-roles", Verdict.IsSilent)]
    public Task OpenFilter_Role(string role, bool isReported)
    {
        var setting = Setting.Default with { Options = "security_review.privileged_roles = Boss" };
        string Code(string test) => FilterCode.Method($"[Authorize(Roles = \"{role}\")] public IQueryable<Order> List() => db.Orders.Where(o => {test} || o.OwnerId == caller.UserId);");
        return isReported ? Verify<OpenFilterAnalyzer>.ReportsAsync(Code("[|caller.UserId == null|]"), setting) : Verify<OpenFilterAnalyzer>.IsSilentAsync(Code("caller.UserId == null"), setting);
    }

    [Theory]
    [InlineData("Note", true)]
    [InlineData("Doc", false)]
    [Clause(RuleIds.ContextNotValidated, "option-owner-exempt-types", Verdict.Reports)]
    [Clause(RuleIds.ContextNotValidated, "option-owner-exempt-types", Verdict.IsSilent)]
    public Task UnvalidatedContext_ExemptType(string exempt, bool isReported)
    {
        var setting = Setting.Default with { Options = $"security_review.owner_exempt_types = {exempt}" };
        string Code(string id) => ContextCode.Service($"public bool Owns(UserContext context, Doc doc) => doc.OwnerId == {id};");
        return isReported ? Verify<UnvalidatedContextAnalyzer>.ReportsAsync(Code("[|context.UserId|]"), setting) : Verify<UnvalidatedContextAnalyzer>.IsSilentAsync(Code("context.UserId"), setting);
    }

    private static Task ClaimedAsync(string controller, string option, bool isReported)
    {
        var setting = new Setting { Options = option };
        string Code(string before, string after) => OwnershipCode.Usings + controller.Replace("{0}", before, StringComparison.Ordinal).Replace("{1}", after, StringComparison.Ordinal) + FarmCode;
        return isReported ? Verify<ClaimedIdentityAnalyzer>.ReportsAsync(Code("[|", "|]"), setting) : Verify<ClaimedIdentityAnalyzer>.IsSilentAsync(Code("", ""), setting);
    }
}
