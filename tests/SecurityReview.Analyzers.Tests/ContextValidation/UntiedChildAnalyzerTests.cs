using SecurityReview.Analyzers.ContextValidation;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

public class UntiedChildAnalyzerTests
{
    [Theory]
    [InlineData("public async Task<IActionResult> Get(int projectId, int id) { if (!await db.Members.AnyAsync(m => m.ProjectId == projectId && m.UserId == me.Id)) return Forbid(); return Ok(await db.Milestones.[|FindAsync|](id)); }")]
    [InlineData("[HttpPut(\"{orderId}/lines/{lineId}\")] public async Task<IActionResult> Put(int orderId, int lineId, int quantity) { var order = await db.Orders.FirstAsync(o => o.Id == orderId && o.UserId == me.Id); var line = await db.Lines.[|FirstOrDefaultAsync|](l => l.Id == lineId); line!.Quantity = quantity; await db.SaveChangesAsync(); return Ok(order.Id); }")]
    [InlineData("public async Task<IActionResult> Delete([FromRoute] int orderId, [FromRoute] int lineId) { await EnsureOrder(orderId); var line = await db.Lines.[|SingleAsync|](l => l.Id == lineId); db.Remove(line); await db.SaveChangesAsync(); return NoContent(); } private async Task EnsureOrder(int id) { if (!await db.Orders.AnyAsync(o => o.Id == id && o.UserId == me.Id)) throw new KeyNotFoundException(); }")]
    [Clause(RuleIds.ChildNotTied, "routed", Verdict.Reports)]
    [Clause(RuleIds.ChildNotTied, "own-id", Verdict.Reports)]
    [Clause(RuleIds.ChildNotTied, "parent-key", Verdict.Reports)]
    public Task ChildByItsOwnIdBesideARoutedParent_Reports(string member) => Verify<UntiedChildAnalyzer>.ReportsAsync(OwnershipCode.Controller(member));

    [Theory]
    [InlineData("public async Task<IActionResult> Get(int number, int id) { var project = await db.Projects.FirstAsync(p => p.Id == number && p.OwnerId == me.Id); var milestone = await db.Milestones.[|FindAsync|](id); return Ok(new { project.OwnerId, milestone!.Name }); }")]
    [InlineData("public async Task<IActionResult> Put(Change change) { var order = await db.Orders.FindAsync(change.OrderId); if (order?.UserId != me.Id) return NotFound(); var line = await db.Lines.[|FindAsync|](change.LineId); line!.Quantity = 3; await db.SaveChangesAsync(); return NoContent(); } public record Change(int OrderId, int LineId);")]
    [Clause(RuleIds.ChildNotTied, "authorized", Verdict.Reports)]
    public Task ChildByItsOwnIdBesideAnAuthorizedParent_Reports(string member) => Verify<UntiedChildAnalyzer>.ReportsAsync(OwnershipCode.Controller(member));

    [Theory]
    [InlineData("public async Task<IActionResult> Get(int projectId, int id) => Ok(await db.Milestones.FirstOrDefaultAsync(m => m.Id == id && m.ProjectId == projectId));")]
    [InlineData("public async Task<IActionResult> Get(int projectId, int id) { var found = await db.Milestones.FindAsync(id); if (found is null || found.ProjectId != projectId) return NotFound(); return Ok(found); }")]
    [InlineData("public async Task<IActionResult> Get(int orderId, int lineId) => Ok(await db.Lines.Where(l => l.Order.Id == orderId).FirstOrDefaultAsync(l => l.Id == lineId));")]
    [InlineData("public async Task<IActionResult> Get(int projectId, int id) { var found = await db.Milestones.Include(m => m.Project).FirstAsync(m => m.Id == id); if (found.Project.Id != projectId) return NotFound(); return Ok(found); }")]
    [Clause(RuleIds.ChildNotTied, "own-id", Verdict.IsSilent)]
    public Task TiedChild_IsSilent(string member) => Verify<UntiedChildAnalyzer>.IsSilentAsync(OwnershipCode.Controller(member));

    [Theory]
    [InlineData("public async Task<IActionResult> Get(int projectId, int id) => Ok(new { project = await db.Projects.FirstAsync(p => p.Id == projectId && p.OwnerId == me.Id), article = await db.Articles.FindAsync(id) });")]
    [InlineData("public async Task<IActionResult> Move(int projectId, int id) { var found = await db.Milestones.FindAsync(id); found!.ProjectId = projectId; await db.SaveChangesAsync(); return NoContent(); }")]
    [Clause(RuleIds.ChildNotTied, "parent-key", Verdict.IsSilent)]
    public Task NoChildOfThatParent_IsSilent(string member) => Verify<UntiedChildAnalyzer>.IsSilentAsync(OwnershipCode.Controller(member));

    [Theory]
    [InlineData("public async Task<IActionResult> Get(int id) => Ok(await db.Lines.FindAsync(id));")]
    [InlineData("public async Task<IActionResult> Get(int page, int id) => Ok(new { page, line = await db.Lines.FindAsync(id) });")]
    [Clause(RuleIds.ChildNotTied, "routed", Verdict.IsSilent)]
    [Clause(RuleIds.ChildNotTied, "authorized", Verdict.IsSilent)]
    public Task NoParentAtHand_IsSilent(string member) => Verify<UntiedChildAnalyzer>.IsSilentAsync(OwnershipCode.Controller(member));

    [Theory]
    [InlineData("[Authorize(Roles = \"Support\")] public async Task<IActionResult> Get(int orderId, int lineId) => Ok(await db.Lines.FindAsync(lineId));")]
    [InlineData("public async Task<IActionResult> Get(int projectId, int id) { var found = await db.Milestones.FindAsync(id); if (!(await authorization.AuthorizeAsync(User, found, \"Read\")).Succeeded) return Forbid(); return Ok(found); }")]
    [InlineData("public async Task<IActionResult> Get(int projectId, int id) => Ok(await db.Milestones.FirstOrDefaultAsync(m => m.Id == id && m.Project.OwnerId == me.Id));")]
    [InlineData("[AllowAnonymous] public async Task<IActionResult> Get(int orderId, int lineId) => Ok(await db.Lines.FindAsync(lineId));")]
    [Clause(RuleIds.ChildNotTied, "checked", Verdict.IsSilent)]
    public Task ChildThatIsCheckedItself_IsSilent(string member) => Verify<UntiedChildAnalyzer>.IsSilentAsync(OwnershipCode.Controller(member));

    [Theory]
    [InlineData("public async Task<IActionResult> Get(int orderId, int lineId) { if (!await db.Orders.AnyAsync(o => o.Id == orderId && o.UserId == me.Id)) return Forbid(); return Ok(await db.Lines.[|FindAsync|](lineId)); }")]
    [Clause(RuleIds.ChildNotTied, "checked", Verdict.Reports)]
    public Task OnlyTheParentIsChecked_Reports(string member) => Verify<UntiedChildAnalyzer>.ReportsAsync(OwnershipCode.Controller(member));

    [Fact]
    [Clause(RuleIds.ChildNotTied, "ranking", Verdict.Reports)]
    public Task RoutedParent_Reports() =>
        Verify<UntiedChildAnalyzer>.ReportsAsync(OwnershipCode.Controller("public async Task<IActionResult> Get(int projectId, int id) => Ok(await db.Milestones.[|FindAsync|](id));"));

    [Fact]
    [Clause(RuleIds.ChildNotTied, "ranking", Verdict.IsSilent)]
    public Task ObjectOfTheCallersOwn_IsLeftToTheOtherRule() =>
        Verify<UntiedChildAnalyzer>.IsSilentAsync(OwnershipCode.Controller("public async Task<IActionResult> Get(int id) => Ok(await db.Orders.FindAsync(id));"));

    [Fact]
    public Task RoutedParent_IsNoFindingOfTheGeneralRule() =>
        Verify<ForeignObjectAnalyzer>.IsSilentAsync(OwnershipCode.Controller("public async Task<IActionResult> Get(int projectId, int id) => Ok(await db.Milestones.FindAsync(id));"));

    [Fact]
    public Task Service_Reports() =>
        Verify<UntiedChildAnalyzer>.ReportsAsync(OwnershipCode.Service(
            "public async Task<IActionResult> Put(int orderId, int lineId, int quantity) { await orders.SetAsync(orderId, lineId, quantity); return NoContent(); }",
            "public async Task SetAsync(int orderId, int lineId, int quantity) { var order = await db.Orders.SingleAsync(o => o.Id == orderId && o.UserId == me.Id); var line = await db.Lines.[|SingleAsync|](l => l.Id == lineId); line.Quantity = quantity; order.Total = 0; await db.SaveChangesAsync(); }",
            "public interface IOrderService { Task SetAsync(int orderId, int lineId, int quantity); }"));

    [Fact]
    public Task MinimalEndpoint_Reports() =>
        Verify<UntiedChildAnalyzer>.ReportsAsync(OwnershipCode.Routes(
            "app.MapDelete(\"/orders/{orderId}/lines/{lineId}\", async (int orderId, int lineId, Shop db, ClaimsPrincipal user) => { var me = user.GetUserId(); if (!await db.Orders.AnyAsync(o => o.Id == orderId && o.UserId == me)) return Results.NotFound(); var line = await db.Lines.[|FindAsync|](lineId); if (line is null) return Results.NotFound(); db.Lines.Remove(line); await db.SaveChangesAsync(); return Results.NoContent(); });"));

    [Theory]
    [InlineData("[Authorize] class C : ControllerBase { object Get(int orderId, int id) => db.Lines.Find(id; }")]
    public Task HalfTypedCode_IsSurvived(string code) => Verify<UntiedChildAnalyzer>.RunsAsync(OwnershipCode.Usings + code + OwnershipCode.Model, new Setting { Broken = true });
}
