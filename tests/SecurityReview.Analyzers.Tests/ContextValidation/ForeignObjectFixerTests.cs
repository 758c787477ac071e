using SecurityReview.Analyzers.ContextValidation;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.ContextValidation;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

public class ForeignObjectFixerTests
{
    [Fact]
    public Task Condition_IsExtendedInTheWordsOfTheProject() =>
        VerifyFix<ForeignObjectAnalyzer, ForeignObjectFixer>.RepairsAsync(
            In("""
                public async Task<IActionResult> Get(int id)
                {
                    // The order with its lines.
                    var order = await db.Orders.Include(x => x.Lines).[|FirstOrDefaultAsync|](x => x.Id == id); // one
                    return order is null ? NotFound() : Ok(order);
                }

                public async Task<IActionResult> GetTotal(int id) =>
                    Ok(await db.Orders.Where(o => o.Id == id || o.Id == -id).Where(o => o.Id == id).Select(o => o.Total).[|SingleAsync|]());

                public async Task<IActionResult> List() => Ok(await db.Orders.Where(o => o.UserId == caller.Id).ToListAsync());
                """),
            In("""
                public async Task<IActionResult> Get(int id)
                {
                    // The order with its lines.
                    var order = await db.Orders.Include(x => x.Lines).FirstOrDefaultAsync(x => x.Id == id && x.UserId == caller.Id); // one
                    return order is null ? NotFound() : Ok(order);
                }

                public async Task<IActionResult> GetTotal(int id) =>
                    Ok(await db.Orders.Where(o => o.Id == id || o.Id == -id).Where(o => o.Id == id && o.UserId == caller.Id).Select(o => o.Total).SingleAsync());

                public async Task<IActionResult> List() => Ok(await db.Orders.Where(o => o.UserId == caller.Id).ToListAsync());
                """));

    [Theory]
    [InlineData("", "return Forbid();")]
    [InlineData("security_review.deny_result = not_found", "return NotFound();")]
    [InlineData("security_review.deny_result = throw", "throw new UnauthorizedAccessException(\"The order belongs to another user.\");")]
    [Clause(RuleIds.ForeignObjectLoaded, "deny-result", Verdict.Reports)]
    [Clause(RuleIds.ForeignObjectLoaded, "deny-result", Verdict.IsSilent)]
    public Task LoadedByKey_IsGuardedBehindTheNullTest(string option, string denial) =>
        VerifyFix<ForeignObjectAnalyzer, ForeignObjectFixer>.RepairsAsync(
            In("""
                public async Task<IActionResult> Get(int id)
                {
                    var order = await db.Orders.[|FindAsync|](id);
                    if (order is null)
                        return NotFound();
                    return Ok(order);
                }
                """),
            In($$"""
                public async Task<IActionResult> Get(int id)
                {
                    var order = await db.Orders.FindAsync(id);
                    if (order is null)
                        return NotFound();
                    if (order.UserId != caller.Id)
                    {
                        {{denial}}
                    }

                    return Ok(order);
                }
                """),
            new Setting { Options = option });

    [Fact]
    public Task LocalOfTheCaller_IsUsed() =>
        VerifyFix<ForeignObjectAnalyzer, ForeignObjectFixer>.RepairsAsync(
            In("""
                public async Task<IActionResult> Get(int id)
                {
                    var me = User.GetUserId();
                    Console.WriteLine(me);
                    var order = await db.Orders.[|SingleAsync|](x => x.Id == id);
                    return Ok(order);
                }
                """),
            In("""
                public async Task<IActionResult> Get(int id)
                {
                    var me = User.GetUserId();
                    Console.WriteLine(me);
                    var order = await db.Orders.SingleAsync(x => x.Id == id && x.UserId == me);
                    return Ok(order);
                }
                """));

    [Theory]
    [InlineData("", "ClaimTypes.NameIdentifier")]
    [InlineData("security_review.identity_claim = sub", "\"sub\"")]
    [Clause(RuleIds.ForeignObjectLoaded, "identity-claim", Verdict.Reports)]
    [Clause(RuleIds.ForeignObjectLoaded, "identity-claim", Verdict.IsSilent)]
    public Task WithoutWordsOfTheProject_TheClaimIsRead(string option, string claim) =>
        VerifyFix<ForeignObjectAnalyzer, ForeignObjectFixer>.RepairsAsync(
            Plain("""
                public async Task<IActionResult> Get(int id)
                {
                    var order = await db.Orders.[|FindAsync|](id);
                    return Ok(order);
                }
                """),
            Plain($$"""
                public async Task<IActionResult> Get(int id)
                {
                    var order = await db.Orders.FindAsync(id);
                    var userId = User.FindFirst({{claim}})!.Value;
                    if (order?.UserId != userId)
                    {
                        return Forbid();
                    }

                    return Ok(order);
                }
                """),
            new Setting { Options = option });

    [Theory]
    [InlineData("public async Task<IActionResult> Get(int id) => Ok(await db.Orders.[|FindAsync|](id));")]
    public Task ExpressionThatLoadsByKey_HasNoRepair(string member) => VerifyFix<ForeignObjectAnalyzer, ForeignObjectFixer>.OffersNothingAsync(In(member));

    [Fact]
    public Task FixAllWithoutAKey_RepairsTheLaterFindings() =>
        NullKeyFixAll<ForeignObjectAnalyzer, ForeignObjectFixer>.RepairsAsync(
            In("public async Task<IActionResult> Get(int id) => Ok(await db.Orders.FindAsync(id));\n    public async Task<IActionResult> First(int id) => Ok(await db.Orders.FirstAsync(o => o.Id == id));"),
            In("public async Task<IActionResult> Get(int id) => Ok(await db.Orders.FindAsync(id));\n    public async Task<IActionResult> First(int id) => Ok(await db.Orders.FirstAsync(o => o.Id == id && o.UserId == caller.Id));"));

    [Fact]
    public Task HalfTypedCode_IsPlanned() =>
        HalfTypedCode.PlansAsync<ForeignObjectFixer>(OwnershipCode.Usings + "class C : ControllerBase { object M(Shop db, int id) { var o = db.Orders.First(x => ; return o; } }", RuleIds.ForeignObjectLoaded);

    private static string In(string members) => $$"""
        {{OwnershipCode.Usings}}
        [Authorize]
        public class OrdersController(Shop db, ICurrentUser caller) : ControllerBase
        {
            private string Caller => caller.Id;

            {{members.Replace("\n", "\n    ", StringComparison.Ordinal).Replace("\n    \n", "\n\n", StringComparison.Ordinal)}}
        }
        {{OwnershipCode.Model}}
        """;

    private static string Plain(string members) => $$"""
        {{OwnershipCode.Usings}}
        [Authorize]
        public class OrdersController(Shop db) : ControllerBase
        {
            {{members.Replace("\n", "\n    ", StringComparison.Ordinal).Replace("\n    \n", "\n\n", StringComparison.Ordinal)}}
        }

        public class Order
        {
            public int Id { get; set; }
            public string UserId { get; set; } = "";
        }

        public class Shop : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
        }
        """;
}
