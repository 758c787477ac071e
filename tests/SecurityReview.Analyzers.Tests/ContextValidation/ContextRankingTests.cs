using SecurityReview.Analyzers.ContextValidation;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>One bug, one finding: where the more specific rule speaks, that of foreign objects is silent.</summary>
public class ContextRankingTests
{
    private const string ByClientsUser = "public async Task<IActionResult> Get(int id, string userId) => Ok(await db.Orders.FirstOrDefaultAsync(o => o.Id == id && o.UserId == {0}userId{1})); public Task<List<Order>> Mine() => db.Orders.Where(o => o.UserId == me.Id).ToListAsync();";

    private const string Unread = "public async Task<IActionResult> Get(int id) { var order = await db.Orders.FindAsync(id); await {0}authorization.AuthorizeAsync(User, order, \"Read\"){1}; return Ok(order); }";

    private const string Unfiltered = "public async Task<IActionResult> Get(Guid id) => Ok(await db.Invoices.{0}IgnoreQueryFilters{1}().FirstOrDefaultAsync(i => i.Id == id));";

    private const string Filter = "public class Filtered(Guid tenant) : Shop { protected override void OnModelCreating(ModelBuilder builder) => builder.Entity<Invoice>().HasQueryFilter(i => i.TenantId == tenant); }";

    [Fact]
    [Clause(RuleIds.IdentityFromRequest, "ranking", Verdict.Reports)]
    public Task OwnerOfTheRequest_IsAClaimedIdentity() => Verify<ClaimedIdentityAnalyzer>.ReportsAsync(Code(ByClientsUser, "[|", "|]"));

    [Fact]
    [Clause(RuleIds.UncheckedResult, "ranking", Verdict.Reports)]
    public Task AnswerThatIsNotRead_IsAnUncheckedResult() => Verify<UncheckedResultAnalyzer>.ReportsAsync(Code(Unread, "[|", "|]"));

    [Fact]
    [Clause(RuleIds.OwnershipFilterFailsOpen, "ranking", Verdict.Reports)]
    public Task FilterThatIsLeftOut_IsAnOpenFilter() => Verify<OpenFilterAnalyzer>.ReportsAsync(Code(Unfiltered, "[|", "|]"));

    [Theory]
    [InlineData(ByClientsUser)]
    [InlineData(Unread)]
    [InlineData(Unfiltered)]
    [Clause(RuleIds.IdentityFromRequest, "ranking", Verdict.IsSilent)]
    [Clause(RuleIds.UncheckedResult, "ranking", Verdict.IsSilent)]
    [Clause(RuleIds.OwnershipFilterFailsOpen, "ranking", Verdict.IsSilent)]
    public Task TheSame_IsNoForeignObject(string member) => Verify<ForeignObjectAnalyzer>.IsSilentAsync(Code(member, "", ""));

    private static string Code(string member, string before, string after) =>
        OwnershipCode.Controller(member.Replace("{0}", before, StringComparison.Ordinal).Replace("{1}", after, StringComparison.Ordinal), Filter);
}
