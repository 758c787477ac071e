using SecurityReview.Analyzers.ContextValidation;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

public class ClaimedIdentityAnalyzerTests
{
    [Theory]
    [InlineData("public async Task<IActionResult> Create(Draft draft) { db.Orders.Add(new Order { UserId = [|draft.UserId|], Total = draft.Total }); await db.SaveChangesAsync(); return NoContent(); }")]
    [InlineData("public async Task<IActionResult> Create(string userId, decimal total) { var order = new Order(); order.UserId = [|userId|]; order.Total = total; db.Add(order); await db.SaveChangesAsync(); return NoContent(); }")]
    [InlineData("public async Task<IActionResult> Create(decimal total) { db.Add(new Order { Total = total, UserId = [|Request.Headers[\"X-User-Id\"].ToString()|] }); await db.SaveChangesAsync(); return NoContent(); }")]
    [InlineData("public async Task<IActionResult> Create(Bill bill) { db.Add(new Invoice { TenantId = [|bill.TenantId|] }); await db.SaveChangesAsync(); return NoContent(); } public record Bill(Guid TenantId);")]
    [InlineData("public async Task<IActionResult> Create(string key) { var tenantId = Guid.Parse(Request.Query[\"tenantId\"]!); db.Add(new Invoice { Number = key, TenantId = [|tenantId|] }); await db.SaveChangesAsync(); return NoContent(); }")]
    [Clause(RuleIds.IdentityFromRequest, "stored", Verdict.Reports)]
    [Clause(RuleIds.IdentityFromRequest, "name", Verdict.Reports)]
    [Clause(RuleIds.IdentityFromRequest, "authenticated", Verdict.Reports)]
    public Task IdentityOfTheRequestBecomesTheOwner_Reports(string member) => Verify<ClaimedIdentityAnalyzer>.ReportsAsync(Code(member));

    [Theory]
    [InlineData("public async Task<IActionResult> Create(Draft draft) { db.Orders.Add(new Order { UserId = me.Id, Total = draft.Total }); await db.SaveChangesAsync(); return NoContent(); }")]
    [InlineData("public async Task<IActionResult> Create(Draft draft) { var userId = User.GetUserId(); db.Orders.Add(new Order { UserId = userId, Total = draft.Total }); await db.SaveChangesAsync(); return NoContent(); }")]
    [InlineData("public async Task<IActionResult> Create(Draft draft) { draft.UserId = User.GetUserId(); db.Orders.Add(new Order { UserId = draft.UserId }); await db.SaveChangesAsync(); return NoContent(); }")]
    [InlineData("public IActionResult Show(Draft draft) => Ok(new View { UserId = draft.UserId }); public class View { public string UserId { get; set; } = \"\"; }")]
    [Clause(RuleIds.IdentityFromRequest, "stored", Verdict.IsSilent)]
    public Task IdentityOfThePrincipal_IsSilent(string member) => Verify<ClaimedIdentityAnalyzer>.IsSilentAsync(Code(member));

    [Theory]
    [InlineData("public async Task<IActionResult> Create(Draft draft) { db.Orders.Add(new Order { Status = draft.UserId }); await db.SaveChangesAsync(); return NoContent(); }")]
    [InlineData("public async Task<IActionResult> Create(string text) { db.Orders.Add(new Order { UserId = text }); await db.SaveChangesAsync(); return NoContent(); }")]
    [Clause(RuleIds.IdentityFromRequest, "name", Verdict.IsSilent)]
    public Task OtherNames_AreSilent(string member) => Verify<ClaimedIdentityAnalyzer>.IsSilentAsync(Code(member));

    [Theory]
    [InlineData("public async Task<IActionResult> List(string userId) => Ok(await db.Orders.Where(o => o.UserId == [|userId|]).ToListAsync());")]
    [InlineData("public async Task<IActionResult> Get(int id, string userId) => Ok(await db.Orders.FirstOrDefaultAsync(o => o.Id == id && o.UserId == [|userId|]));")]
    [InlineData("public async Task<IActionResult> Get(int id, [FromQuery] string userId) { var order = await db.Orders.FindAsync(id); if (order?.UserId != [|userId|]) return Forbid(); return Ok(order); }")]
    [Clause(RuleIds.IdentityFromRequest, "compared", Verdict.Reports)]
    public Task IdentityOfTheRequestChoosesTheRows_Reports(string member) => Verify<ClaimedIdentityAnalyzer>.ReportsAsync(Code(member));

    [Theory]
    [InlineData("public async Task<IActionResult> List(string authorId) => Ok(await db.Articles.Where(a => a.Title == authorId).ToListAsync());")]
    [InlineData("public async Task<IActionResult> List() => Ok(await db.Orders.Where(o => o.UserId == User.GetUserId()).ToListAsync());")]
    [Clause(RuleIds.IdentityFromRequest, "compared", Verdict.IsSilent)]
    public Task RowsOfTheCaller_AreSilent(string member) => Verify<ClaimedIdentityAnalyzer>.IsSilentAsync(Code(member));

    [Fact]
    [Clause(RuleIds.IdentityFromRequest, "passed", Verdict.Reports)]
    public Task IdentityThatIsPassedOn_Reports() =>
        Verify<ClaimedIdentityAnalyzer>.ReportsAsync(OwnershipCode.Service(
            "public async Task<IActionResult> Create(string userId, decimal total) { await orders.CreateAsync(total, [|userId|]); return NoContent(); }",
            "public Task CreateAsync(decimal total, string userId) { db.Add(new Order { Total = total, UserId = userId }); return db.SaveChangesAsync(); }",
            "public interface IOrderService { Task CreateAsync(decimal total, string userId); }"));

    [Theory]
    [InlineData("public async Task<IActionResult> Create(decimal total) { await orders.CreateAsync(total, User.GetUserId()); return NoContent(); }")]
    [InlineData("public async Task<IActionResult> Create(decimal total) { await orders.CreateAsync(userId: me.Id, total: total); return NoContent(); }")]
    [Clause(RuleIds.IdentityFromRequest, "passed", Verdict.IsSilent)]
    public Task PrincipalThatIsPassedOn_IsSilent(string action) =>
        Verify<ClaimedIdentityAnalyzer>.IsSilentAsync(OwnershipCode.Service(
            action,
            "public Task CreateAsync(decimal total, string userId) { db.Add(new Order { Total = total, UserId = userId }); return db.SaveChangesAsync(); }",
            "public interface IOrderService { Task CreateAsync(decimal total, string userId); }"));

    [Theory]
    [InlineData("public async Task<IActionResult> Create(Draft draft) { if (draft.UserId != me.Id) return Forbid(); db.Add(new Order { UserId = draft.UserId }); await db.SaveChangesAsync(); return NoContent(); }")]
    [InlineData("public async Task<IActionResult> List(string userId) { if (userId != User.GetUserId() && !me.IsAdmin) return Forbid(); return Ok(await db.Orders.Where(o => o.UserId == userId).ToListAsync()); }")]
    [InlineData("public async Task<IActionResult> Create(Draft draft) { if (!MayActFor(draft.UserId)) return Forbid(); db.Add(new Order { UserId = draft.UserId }); await db.SaveChangesAsync(); return NoContent(); } private bool MayActFor(string user) => user == me.Id;")]
    [Clause(RuleIds.IdentityFromRequest, "never-compared", Verdict.IsSilent)]
    public Task ComparedWithThePrincipal_IsSilent(string member) => Verify<ClaimedIdentityAnalyzer>.IsSilentAsync(Code(member));

    [Theory]
    [InlineData("public async Task<IActionResult> Create(Draft draft) { if (draft.UserId == \"\") return BadRequest(); db.Add(new Order { UserId = [|draft.UserId|] }); await db.SaveChangesAsync(); return NoContent(); }")]
    [Clause(RuleIds.IdentityFromRequest, "never-compared", Verdict.Reports)]
    public Task ComparedWithSomethingElse_Reports(string member) => Verify<ClaimedIdentityAnalyzer>.ReportsAsync(Code(member));

    [Theory]
    [InlineData("public async Task<IActionResult> AddMember(int id, string userId) { db.Add(new ProjectMember { ProjectId = id, UserId = userId }); await db.SaveChangesAsync(); return NoContent(); }")]
    [InlineData("public async Task<IActionResult> TransferTo(int id, string ownerId) { var project = await db.Projects.FirstAsync(p => p.Id == id && p.OwnerId == me.Id); project.OwnerId = ownerId; await db.SaveChangesAsync(); return NoContent(); }")]
    [Clause(RuleIds.IdentityFromRequest, "other-person", Verdict.IsSilent)]
    public Task AnotherPerson_IsSilent(string member) => Verify<ClaimedIdentityAnalyzer>.IsSilentAsync(Code(member));

    [Theory]
    [InlineData("public async Task<IActionResult> Add(string ownerId) { db.Add(new Project { OwnerId = [|ownerId|] }); await db.SaveChangesAsync(); return NoContent(); }")]
    [Clause(RuleIds.IdentityFromRequest, "other-person", Verdict.Reports)]
    public Task OwnerOfANewObject_Reports(string member) => Verify<ClaimedIdentityAnalyzer>.ReportsAsync(Code(member));

    [Theory]
    [InlineData("[Authorize(Roles = \"Support\")] public async Task<IActionResult> Create(Draft draft) { db.Add(new Order { UserId = draft.UserId }); await db.SaveChangesAsync(); return NoContent(); }")]
    [InlineData("public async Task<IActionResult> Create(Draft draft) { if (!me.IsAdmin) return Forbid(); db.Add(new Order { UserId = draft.UserId }); await db.SaveChangesAsync(); return NoContent(); }")]
    [Clause(RuleIds.IdentityFromRequest, "admin", Verdict.IsSilent)]
    public Task Admin_IsSilent(string member) => Verify<ClaimedIdentityAnalyzer>.IsSilentAsync(Code(member));

    [Theory]
    [InlineData("[Authorize(AuthenticationSchemes = \"Bearer\")] public async Task<IActionResult> Create(Draft draft) { db.Add(new Order { UserId = [|draft.UserId|] }); await db.SaveChangesAsync(); return NoContent(); }")]
    [Clause(RuleIds.IdentityFromRequest, "admin", Verdict.Reports)]
    public Task AnySignedInCaller_Reports(string member) => Verify<ClaimedIdentityAnalyzer>.ReportsAsync(Code(member));

    [Theory]
    [InlineData("[AllowAnonymous] public async Task<IActionResult> Create(Draft draft) { db.Add(new Order { UserId = draft.UserId }); await db.SaveChangesAsync(); return NoContent(); }")]
    [Clause(RuleIds.IdentityFromRequest, "authenticated", Verdict.IsSilent)]
    public Task AnonymousEndpoint_IsSilent(string member) => Verify<ClaimedIdentityAnalyzer>.IsSilentAsync(Code(member));

    [Fact]
    [Clause(RuleIds.IdentityFromRequest, "request-object", Verdict.Reports)]
    public Task RequestThatIsHandedDown_ReportsWhereItIsStored() =>
        Verify<ClaimedIdentityAnalyzer>.ReportsAsync(OwnershipCode.Service(
            "public async Task<IActionResult> Create(Draft draft) { await orders.CreateAsync(draft); return NoContent(); }",
            "public Task CreateAsync(Draft draft) { db.Add(new Order { Total = draft.Total, UserId = [|draft.UserId|] }); return db.SaveChangesAsync(); }",
            "public interface IOrderService { Task CreateAsync(Draft draft); } public class Draft { public string UserId { get; set; } = \"\"; public decimal Total { get; set; } }"));

    [Fact]
    [Clause(RuleIds.IdentityFromRequest, "request-object", Verdict.IsSilent)]
    public Task RequestThatIsFilledFirst_IsSilent() =>
        Verify<ClaimedIdentityAnalyzer>.IsSilentAsync(OwnershipCode.Service(
            "public async Task<IActionResult> Create(Draft draft) { draft.UserId = me.Id; await orders.CreateAsync(draft); return NoContent(); }",
            "public Task CreateAsync(Draft draft) { db.Add(new Order { Total = draft.Total, UserId = draft.UserId }); return db.SaveChangesAsync(); }",
            "public interface IOrderService { Task CreateAsync(Draft draft); } public class Draft { public string UserId { get; set; } = \"\"; public decimal Total { get; set; } }"));

    [Fact]
    public Task ContextThatIsMadeFromThePrincipal_IsSilent() =>
        Verify<ClaimedIdentityAnalyzer>.IsSilentAsync(OwnershipCode.Routes(
            "app.MapPost(\"/orders\", async (Caller caller, Shop db) => { var owner = (caller.TenantId, caller.UserId); db.Orders.Add(new Order { UserId = owner.UserId }); await db.SaveChangesAsync(); return Results.Ok(); }).RequireAuthorization();",
            "public record Caller(string TenantId, string UserId) { public static ValueTask<Caller> BindAsync(HttpContext http) => ValueTask.FromResult(new Caller(http.User.FindFirst(\"t\")!.Value, http.User.GetUserId())); }"));

    [Fact]
    public Task MinimalEndpoint_Reports() =>
        Verify<ClaimedIdentityAnalyzer>.ReportsAsync(OwnershipCode.Routes(
            "app.MapPost(\"/orders\", async (NewOrder request, Shop db) => { db.Orders.Add(new Order { UserId = [|request.UserId|] }); await db.SaveChangesAsync(); return Results.Ok(); }).RequireAuthorization();", "public record NewOrder(string UserId);"));

    [Theory]
    [InlineData("[Authorize] class C : ControllerBase { object Post(Shop db, string userId) { db.Add(new Order { UserId = userId, ); }")]
    public Task HalfTypedCode_IsSurvived(string code) => Verify<ClaimedIdentityAnalyzer>.RunsAsync(OwnershipCode.Usings + code + OwnershipCode.Model, new Setting { Broken = true });

    private static string Code(string members) => OwnershipCode.Controller(
        members + " private Task<List<Order>> Mine() => db.Orders.Where(o => o.UserId == me.Id).ToListAsync();",
        "public class Draft { public string UserId { get; set; } = \"\"; public decimal Total { get; set; } }");
}
