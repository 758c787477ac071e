using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.ContextValidation;
using static SecurityReview.Analyzers.Tests.ContextValidation.PrivilegeCode;
using NullKeyFixAll = SecurityReview.Analyzers.Tests.Verifiers.NullKeyFixAll<SecurityReview.Analyzers.ContextValidation.ClientPrivilegeAnalyzer, SecurityReview.CodeFixes.ContextValidation.ClientPrivilegeFixer>;
using VerifyFix = SecurityReview.Analyzers.Tests.Verifiers.VerifyFix<SecurityReview.Analyzers.ContextValidation.ClientPrivilegeAnalyzer, SecurityReview.CodeFixes.ContextValidation.ClientPrivilegeFixer>;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>The privilege that the caller needs as well.</summary>
public class ClientPrivilegeFixerTests
{
    [Theory]
    [InlineData("[HttpPost] public void Add(Register request) { db.Users.Add(new AppUser { IsAdmin = [|request.IsAdmin|] }); }", "[HttpPost] public void Add(Register request) { db.Users.Add(new AppUser { IsAdmin = request.IsAdmin && User.IsInRole(\"Admin\") }); }")]
    [InlineData("[HttpPost] public void Purge(bool isAdmin) { if ([|isAdmin|]) db.Users.ExecuteDelete(); }", "[HttpPost] public void Purge(bool isAdmin) { if (isAdmin && User.IsInRole(\"Admin\")) db.Users.ExecuteDelete(); }")]
    public Task Flag_CountsForThePrivileged(string before, string after) => VerifyFix.RepairsAsync(Controller(before), Controller(after));

    [Fact]
    public Task Option_SaysTheRole() =>
        VerifyFix.RepairsAsync(
            Controller("[HttpPost] public void Add(Register request) { var user = new AppUser(); user.IsAdmin = [|request.IsAdmin|]; /* kept */ }"),
            Controller("[HttpPost] public void Add(Register request) { var user = new AppUser(); user.IsAdmin = request.IsAdmin && User.IsInRole(\"Boss\"); /* kept */ }"),
            Setting.Default with { Options = "security_review.privileged_roles = Boss" });

    [Theory]
    [InlineData("[HttpPost] public void Add(Register request) { db.Users.Add(new AppUser { Role = [|request.Role|] }); }")]
    [InlineData("[HttpPost] public void Add(AppUser user) { db.Users.Add([|user|]); }")]
    public Task RolesAndWholePersons_AreNotRepaired(string action) => VerifyFix.OffersNothingAsync(Controller(action));

    [Fact]
    public Task FixAllWithoutKey_RepairsLaterOnes() =>
        NullKeyFixAll.RepairsAsync(
            Controller("[HttpPost] public void A(Register r) { db.Users.Add(new AppUser { Role = r.Role }); } [HttpPut] public void B(Register r) { db.Users.Add(new AppUser { IsAdmin = r.IsAdmin }); }"),
            Controller("[HttpPost] public void A(Register r) { db.Users.Add(new AppUser { Role = r.Role }); } [HttpPut] public void B(Register r) { db.Users.Add(new AppUser { IsAdmin = r.IsAdmin && User.IsInRole(\"Admin\") }); }"));

    [Fact]
    public Task HalfTyped_Runs() =>
        HalfTypedCode.PlansAsync<ClientPrivilegeFixer>(Controller("[HttpPost] public void Add(Register request) { new AppUser { IsAdmin = request. }; if (request.IsAdmin) }"), RuleIds.ClientControlsPrivilege);
}
