using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.ContextValidation.PrivilegeCode;
using Verify = SecurityReview.Analyzers.Tests.Verifiers.Verify<SecurityReview.Analyzers.ContextValidation.ClientPrivilegeAnalyzer>;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>Flags and roles that a client chooses.</summary>
public class ClientPrivilegeAnalyzerTests
{
    private const string Rule = RuleIds.ClientControlsPrivilege;

    [Theory]
    [InlineData("[HttpPost] public void Purge(bool isAdmin) { if ([|isAdmin|]) db.Users.ExecuteDelete(); }")]
    [InlineData("[HttpPost] public int Count(Register request) => [|request.IsAdmin|] ? db.Users.Count() : 0;")]
    [InlineData("[HttpPost] public void Purge(Register request) { if ([|request.Role|] == \"admin\") db.Users.ExecuteDelete(); }")]
    [InlineData("[HttpPost] public void Purge() { if ([|Request.Headers[\"X-Role\"]|] == \"admin\") db.Users.ExecuteDelete(); }")]
    [Clause(Rule, "branch", Verdict.Reports)]
    public Task Branch_Reports(string action) => Verify.ReportsAsync(Controller(action));

    [Theory]
    [InlineData("[HttpPost] public IActionResult Act(Register request) { if (request.IsAdmin) return Forbid(); return Ok(); }")]
    [InlineData("[HttpPost] public IActionResult Act(Register request) { if (request.IsAdmin) { return RedirectToAction(\"Admin\"); } return Ok(); }")]
    [InlineData("[HttpPost] public void Act(bool isUrgent) { if (isUrgent) db.Users.ExecuteDelete(); }")]
    [Clause(Rule, "branch", Verdict.IsSilent)]
    public Task BranchThatRefusesOrIsNoPrivilege_IsSilent(string action) => Verify.IsSilentAsync(Controller(action));

    [Theory]
    [InlineData("[HttpPost] public void Add(Register request) { db.Users.Add(new AppUser { Email = request.Email, IsAdmin = [|request.IsAdmin|] }); }")]
    [InlineData("[HttpPost] public async Task AddAsync(Register request) { var user = new AppUser(); user.IsAdmin = [|request.IsAdmin|]; await db.Users.AddAsync(user); }")]
    [Clause(Rule, "flag", Verdict.Reports)]
    public Task Flag_Reports(string action) => Verify.ReportsAsync(Controller(action));

    [Theory]
    [InlineData("[HttpPost] public void Add(Register request) { db.Users.Add(new AppUser { Email = request.Email, IsAdmin = false }); }")]
    [InlineData("[HttpPost] public void Add(Register request) { var first = !db.Users.Any(); db.Users.Add(new AppUser { Email = request.Email, IsAdmin = first }); }")]
    [Clause(Rule, "flag", Verdict.IsSilent)]
    public Task OwnDecision_IsSilent(string action) => Verify.IsSilentAsync(Controller(action));

    [Theory]
    [InlineData("[HttpPost] public void Add(Register request) { db.Users.Add(new AppUser { Role = [|request.Role|] }); }")]
    [InlineData("[HttpPost] public void Add(Register request) { var user = new AppUser(); user.Roles = [|request.Roles|]; }")]
    [InlineData("[HttpPost] public async Task AddAsync(Register request) { await manager.AddToRoleAsync(new IdentityUser(), [|request.Role|]); }")]
    [Clause(Rule, "role", Verdict.Reports)]
    public Task Role_Reports(string action) => Verify.ReportsAsync(Controller(action));

    [Theory]
    [InlineData("[HttpPost] public void Add(Register request) { db.Users.Add(new AppUser { Role = request.Role is \"member\" or \"guest\" ? request.Role : \"guest\" }); }")]
    [InlineData("[HttpPost] public async Task AddAsync(Register request) { var user = new IdentityUser(request.Email); await manager.AddToRoleAsync(user, \"member\"); }")]
    [Clause(Rule, "role", Verdict.IsSilent)]
    public Task RoleOfAList_IsSilent(string action) => Verify.IsSilentAsync(Controller(action));

    [Theory]
    [InlineData("[HttpPost] public Claim Make(Register request) => new Claim(ClaimTypes.Role, [|request.Role|]);")]
    [InlineData("[HttpPost] public ClaimsIdentity Make(Register request) => new(new[] { new Claim(\"permission\", [|request.Role|]) });")]
    [Clause(Rule, "claim", Verdict.Reports)]
    public Task RoleClaim_Reports(string action) => Verify.ReportsAsync(Controller(action));

    [Fact]
    [Clause(Rule, "claim", Verdict.IsSilent)]
    public Task OtherClaim_IsSilent() => Verify.IsSilentAsync(Controller("[HttpPost] public Claim Make(Register request) => new Claim(ClaimTypes.Email, request.Email);"));

    [Theory]
    [InlineData("public class TeamMember { public bool IsModerator { get; set; } }", "new TeamMember { IsModerator = [|request.IsAdmin|] }")]
    [InlineData("public class RequestContext { public string UserId { get; set; } = \"\"; public bool IsAdmin { get; set; } }", "new RequestContext { IsAdmin = [|request.IsAdmin|] }")]
    [Clause(Rule, "person", Verdict.Reports)]
    public Task OtherPersons_Report(string type, string creation) => Verify.ReportsAsync(Controller($"[HttpPost] public object Make(Register request) => {creation};", type));

    [Theory]
    [InlineData("public class CreateUserCommand { public bool IsAdmin { get; set; } }", "new CreateUserCommand { IsAdmin = request.IsAdmin }")]
    [InlineData("public class Movie { public string Role { get; set; } = \"\"; }", "new Movie { Role = request.Role }")]
    [Clause(Rule, "person", Verdict.IsSilent)]
    public Task WhatIsSentAndOtherThings_AreSilent(string type, string creation) => Verify.IsSilentAsync(Controller($"[HttpPost] public object Make(Register request) => {creation};", type));

    [Fact]
    [Clause(Rule, "remote", Verdict.Reports)]
    public Task ThroughAService_Reports() =>
        Verify.ReportsAsync(Controller(
            "[HttpPost] public void Add(Register request) => new Registration(db).Run(request);",
            "public sealed class Registration(UserDb db) { public void Run(Register request) { var user = new AppUser { Email = request.Email }; user.IsAdmin = [|request.IsAdmin|]; db.Users.Add(user); } }"));

    [Fact]
    [Clause(Rule, "remote", Verdict.IsSilent)]
    public Task FromElsewhere_IsSilent() =>
        Verify.IsSilentAsync(Controller(
            "[HttpPost] public void Add(Register request) => new Registration(db).Run(new Register(request.Email, false, \"member\", new()));",
            "public sealed class Registration(UserDb db) { public void Run(Register request) { var user = new AppUser { Email = request.Email }; user.IsAdmin = request.IsAdmin; user.Role = request.Role; db.Users.Add(user); } }"));

    [Theory]
    [InlineData("[HttpPost] public void Add(AppUser user) { db.Users.Add([|user|]); }")]
    [InlineData("[HttpPut] public async Task PutAsync(int id, AppUser user) { user.Id = id; db.Update([|user|]); await db.SaveChangesAsync(); }")]
    [Clause(Rule, "over-posting", Verdict.Reports)]
    public Task PersonThatIsBoundWhole_Reports(string action) => Verify.ReportsAsync(Controller(action));

    [Theory]
    [InlineData("[HttpPost] public void Add(AppUser user) { user.IsAdmin = false; user.Role = \"\"; user.Roles = new(); db.Users.Add(user); }")]
    [InlineData("[HttpPost] public void Add([Bind(\"Email\")] AppUser user) { db.Users.Add(user); }")]
    [InlineData("[HttpPost] public void Add(Guest guest) { db.Guests.Add(guest); }")]
    [Clause(Rule, "over-posting", Verdict.IsSilent)]
    public Task OverwrittenOrBarred_IsSilent(string action) => Verify.IsSilentAsync(Controller(action));

    [Theory]
    [InlineData("[HttpPost] public void Add([FromBody] BarredUser user) { db.Barred.Add([|user|]); }", "")]
    [InlineData("[HttpPost] public void Add([FromBody, Bind(\"Email\")] BarredUser user) { db.Barred.Add([|user|]); }", "")]
    [InlineData("[HttpPost] public void Add(BarredUser user) { db.Barred.Add([|user|]); }", "[ApiController] ")]
    [Clause(Rule, "body", Verdict.Reports)]
    public Task BodyKnowsNothingOfModelBinding_Reports(string action, string attribute) => Verify.ReportsAsync(Bound(action, attribute));

    [Theory]
    [InlineData("[HttpPost] public void Add(BarredUser user) { db.Barred.Add(user); }", "")]
    [InlineData("[HttpPost] public void Add([FromForm] BarredUser user) { db.Barred.Add(user); }", "[ApiController] ")]
    [InlineData("[HttpPost] public void Add([FromBody] IgnoredUser user) { db.Add(user); }", "")]
    [Clause(Rule, "body", Verdict.IsSilent)]
    public Task BarredWhereItIsRead_IsSilent(string action, string attribute) => Verify.IsSilentAsync(Bound(action, attribute));

    [Theory]
    [InlineData("[HttpPut] public void Put(int id, AppUser sent) { var user = db.Users.Find(id); db.Entry(user!).CurrentValues.SetValues([|sent|]); }")]
    [InlineData("[HttpPut] public void Put(int id, UserChange sent) { var user = db.Users.Find(id); db.Entry(user!).CurrentValues.SetValues([|sent|]); } public class UserChange { public string Email { get; set; } = \"\"; public string Role { get; set; } = \"\"; }")]
    [Clause(Rule, "written-whole", Verdict.Reports)]
    public Task PersonThatIsWrittenOver_Reports(string action) => Verify.ReportsAsync(Controller(action));

    [Theory]
    [InlineData("[HttpPut] public void Put(int id, UserChange sent) { var user = db.Users.Find(id); db.Entry(user!).CurrentValues.SetValues(sent); } public class UserChange { public string Email { get; set; } = \"\"; }")]
    [InlineData("[HttpPut] public void Put(int id, Guest sent) { var guest = db.Guests.Find(id); db.Entry(guest!).CurrentValues.SetValues(sent); }")]
    [InlineData("[HttpPut] public void Put(int id, AppUser sent) { var user = db.Users.Find(id); sent.IsAdmin = user!.IsAdmin; sent.Role = user.Role; sent.Roles = user.Roles; db.Entry(user).CurrentValues.SetValues(sent); }")]
    [Clause(Rule, "written-whole", Verdict.IsSilent)]
    public Task WrittenOverWithoutPrivilege_IsSilent(string action) => Verify.IsSilentAsync(Controller(action));

    [Theory]
    [InlineData("[HttpPost] public Task Add(Register request) => manager.AddClaimAsync(new IdentityUser(), new Claim([|request.Role|], request.Email));")]
    [InlineData("[HttpPost] public async Task Add(string kind, string value) { var claim = new Claim([|kind|], value); await manager.AddClaimAsync(new IdentityUser(), claim); }")]
    [Clause(Rule, "claim-kind", Verdict.Reports)]
    public Task KindOfAClaim_Reports(string action) => Verify.ReportsAsync(Controller(action));

    [Theory]
    [InlineData("[HttpPost] public Task Add(Register request) => manager.AddClaimAsync(new IdentityUser(), new Claim(ClaimTypes.Email, request.Email));")]
    [InlineData("[HttpPost] public Task Add(Register request) { var kind = request.IsAdmin ? \"color\" : \"size\"; return manager.AddClaimAsync(new IdentityUser(), new Claim(kind, request.Email)); }")]
    [InlineData("[HttpPost, Authorize(Roles = \"Admin\")] public Task Add(Register request) => manager.AddClaimAsync(new IdentityUser(), new Claim(request.Role, request.Email));")]
    [Clause(Rule, "claim-kind", Verdict.IsSilent)]
    public Task ClaimOfAKnownKind_IsSilent(string action) => Verify.IsSilentAsync(Controller(action));

    [Theory]
    [InlineData("app.MapPost(\"/users\", (Role role) => new Account { Role = [|role|] });")]
    [InlineData("app.MapPost(\"/purge\", (Role role) => { if ([|role|] == Role.Admin) Store.Purge(); });")]
    public Task EnumerationOfARouteHandler_Reports(string mapping) =>
        Verify.ReportsAsync(
            $$"""
            using Microsoft.AspNetCore.Builder;
            var app = WebApplication.CreateBuilder(args).Build();
            {{mapping}}
            app.Run();
            public enum Role { Member, Admin }
            public class Account { public Role Role { get; set; } }
            public static class Store { public static void Purge() { } }
            """,
            Setting.Program);

    /// <summary>Persons whose privileges are barred in one way or another.</summary>
    private static string Bound(string action, string attribute) =>
        Controller("", $$"""
            {{attribute}}public sealed class BoundController(BoundDb db) : ControllerBase { {{action}}
            """ + """

            }
            public class BarredUser { public int Id { get; set; } public string Email { get; set; } = ""; [BindNever] public string Role { get; set; } = ""; }
            public class IgnoredUser { public int Id { get; set; } [System.Text.Json.Serialization.JsonIgnore] public string Role { get; set; } = ""; }
            public class BoundDb : DbContext { public DbSet<BarredUser> Barred => Set<BarredUser>(); public DbSet<IgnoredUser> Ignored => Set<IgnoredUser>(); }
            """);

    [Theory]
    [InlineData("[HttpPost, Authorize] public void Add(Register request) { db.Users.Add(new AppUser { IsAdmin = [|request.IsAdmin|] }); }")]
    [InlineData("[HttpPost] public void Add(Register request) { if (User.Identity!.IsAuthenticated) db.Users.Add(new AppUser { Role = [|request.Role|] }); }")]
    [Clause(Rule, "privileged-caller", Verdict.Reports)]
    public Task WhoIsOnlySignedIn_Reports(string action) => Verify.ReportsAsync(Controller(action));

    [Theory]
    [InlineData("[HttpPost, Authorize(Roles = \"Admin\")] public void Add(Register request) { db.Users.Add(new AppUser { IsAdmin = request.IsAdmin }); }")]
    [InlineData("[HttpPost, Authorize(Policy = \"ManageUsers\")] public void Add(AppUser user) { db.Users.Add(user); }")]
    [InlineData("[HttpPost] public IActionResult Add(Register request) { if (!User.IsInRole(\"Admin\")) return Forbid(); db.Users.Add(new AppUser { IsAdmin = request.IsAdmin }); return Ok(); }")]
    [InlineData("[HttpPost] public void Add(Register request) { db.Users.Add(new AppUser { IsAdmin = request.IsAdmin && User.IsInRole(\"Admin\") }); }")]
    [Clause(Rule, "privileged-caller", Verdict.IsSilent)]
    public Task PrivilegedCaller_IsSilent(string action) => Verify.IsSilentAsync(Controller(action));

    [Fact]
    [Clause(Rule, "option-privileged-roles", Verdict.Reports)]
    public Task RoleThatIsNotPrivileged_Reports() =>
        Verify.ReportsAsync(
            Controller("[HttpPost, Authorize(Roles = \"Member\")] public void Add(Register request) { db.Users.Add(new AppUser { IsAdmin = [|request.IsAdmin|] }); }"),
            Setting.Default with { Options = "security_review.privileged_roles = Admin" });

    [Fact]
    [Clause(Rule, "option-privileged-roles", Verdict.IsSilent)]
    public Task RoleThatIsPrivileged_IsSilent() =>
        Verify.IsSilentAsync(
            Controller("[HttpPost, Authorize(Roles = \"Boss\")] public void Add(Register request) { db.Users.Add(new AppUser { IsAdmin = request.IsAdmin }); }"),
            Setting.Default with { Options = "security_review.privileged_roles = Boss" });

    [Fact]
    public Task RouteHandlers_AreToldApart() =>
        Verify.ReportsAsync(
            """
            using Microsoft.AspNetCore.Builder;
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapPost("/users", (NewUser request) => new Account { IsAdmin = [|request.IsAdmin|] });
            app.MapPost("/admins", (NewUser request) => new Account { IsAdmin = request.IsAdmin }).RequireAuthorization("AdminOnly");
            app.Run();
            public record NewUser(bool IsAdmin);
            public class Account { public bool IsAdmin { get; set; } }
            """,
            Setting.Program);

    [Theory]
    [InlineData("[HttpPost] public void Add(Register request) { new AppUser { IsAdmin = request. }; if (request.IsAdmin) }")]
    [InlineData("[HttpPost] public void Add(AppUser user) { db.Users.Add(; user.Role = ; new Claim(ClaimTypes.Role, ")]
    public Task HalfTyped_Runs(string members) => Verify.RunsAsync(Controller(members));
}
