using SecurityReview.Analyzers.ContextValidation;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.ContextValidation;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

public class ClaimedIdentityFixerTests
{
    [Fact]
    public Task Caller_TakesThePlaceOfTheValue() =>
        VerifyFix<ClaimedIdentityAnalyzer, ClaimedIdentityFixer>.RepairsAsync(
            In("""
                public async Task<IActionResult> Create(Draft draft)
                {
                    db.Orders.Add(new Order { UserId = [|draft.UserId|] /* who */ });
                    await db.SaveChangesAsync();
                    return NoContent();
                }

                public async Task<IActionResult> List(string userId) =>
                    Ok(await db.Orders.Where(o => o.UserId == [|userId|]).ToListAsync());
                """),
            In("""
                public async Task<IActionResult> Create(Draft draft)
                {
                    db.Orders.Add(new Order { UserId = caller.Id /* who */ });
                    await db.SaveChangesAsync();
                    return NoContent();
                }

                public async Task<IActionResult> List(string userId) =>
                    Ok(await db.Orders.Where(o => o.UserId == caller.Id).ToListAsync());
                """));

    [Theory]
    [InlineData("", "ClaimTypes.NameIdentifier")]
    [InlineData("security_review.identity_claim = sub", "\"sub\"")]
    [Clause(RuleIds.IdentityFromRequest, "identity-claim", Verdict.Reports)]
    [Clause(RuleIds.IdentityFromRequest, "identity-claim", Verdict.IsSilent)]
    public Task WithoutWordsOfTheProject_TheClaimIsRead(string option, string claim) =>
        VerifyFix<ClaimedIdentityAnalyzer, ClaimedIdentityFixer>.RepairsAsync(
            Plain("db.Add(new Order { UserId = [|draft.UserId|] });"),
            Plain($"var userId = User.FindFirst({claim})!.Value;\n        db.Add(new Order {{ UserId = userId }});"),
            new Setting { Options = option });

    [Fact]
    public Task FixAllWithoutAKey_RepairsTheLaterFindings() =>
        NullKeyFixAll<ClaimedIdentityAnalyzer, ClaimedIdentityFixer>.RepairsAsync(
            In("public int Add(Draft draft) { db.Add(new Invoice { TenantId = draft.TenantId }); db.SaveChanges(); return 0; }\n\n    public int AddOrder(Draft draft) { db.Add(new Order { UserId = draft.UserId }); return db.SaveChanges(); }").Replace("Guid TenantId { get; } bool", "bool", StringComparison.Ordinal),
            In("public int Add(Draft draft) { db.Add(new Invoice { TenantId = draft.TenantId }); db.SaveChanges(); return 0; }\n\n    public int AddOrder(Draft draft) { db.Add(new Order { UserId = caller.Id }); return db.SaveChanges(); }").Replace("Guid TenantId { get; } bool", "bool", StringComparison.Ordinal));

    [Fact]
    public Task HalfTypedCode_IsPlanned() =>
        HalfTypedCode.PlansAsync<ClaimedIdentityFixer>(OwnershipCode.Usings + "class C : ControllerBase { object M(Shop db, string userId) { db.Add(new Order { UserId = userId, ; } }", RuleIds.IdentityFromRequest);

    private static string Plain(string statement) => $$"""
        {{OwnershipCode.Usings}}
        [Authorize]
        public class OrdersController(Shop db) : ControllerBase
        {
            public int Create(Draft draft)
            {
                {{statement}}
                return db.SaveChanges();
            }
        }

        public class Draft
        {
            public string UserId { get; set; } = "";
        }
        public class Order { public int Id { get; set; } public string UserId { get; set; } = ""; }
        public class Shop : DbContext { public DbSet<Order> Orders => Set<Order>(); }
        """;

    private static string In(string members) => $$"""
        {{OwnershipCode.Usings}}
        [Authorize]
        public class OrdersController(Shop db, ICurrentUser caller) : ControllerBase
        {
            private Task<List<Order>> Mine() => db.Orders.Where(o => o.UserId == caller.Id).ToListAsync();

            {{members.Replace("\n", "\n    ", StringComparison.Ordinal).Replace("\n    \n", "\n\n", StringComparison.Ordinal)}}
        }

        public class Draft
        {
            public string UserId { get; set; } = "";
            public Guid TenantId { get; set; }
        }
        {{OwnershipCode.Model}}
        """;
}
