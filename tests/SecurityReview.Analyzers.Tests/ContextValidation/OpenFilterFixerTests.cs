using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.ContextValidation;
using static SecurityReview.Analyzers.Tests.ContextValidation.FilterCode;
using NullKeyFixAll = SecurityReview.Analyzers.Tests.Verifiers.NullKeyFixAll<SecurityReview.Analyzers.ContextValidation.OpenFilterAnalyzer, SecurityReview.CodeFixes.ContextValidation.OpenFilterFixer>;
using VerifyFix = SecurityReview.Analyzers.Tests.Verifiers.VerifyFix<SecurityReview.Analyzers.ContextValidation.OpenFilterAnalyzer, SecurityReview.CodeFixes.ContextValidation.OpenFilterFixer>;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>The filter that always holds.</summary>
public class OpenFilterFixerTests
{
    [Fact]
    public Task If_BecomesAGuardAndAFilter() =>
        VerifyFix.RepairsAsync(
            List("""
                var query = db.Orders.AsQueryable();
                        // Own orders only.
                        if ([|caller.TenantId != null|])
                        {
                            // by tenant
                            query = query.Where(o => o.TenantId == caller.TenantId);
                        }

                        return await query.ToListAsync();
                """),
            List("""
                var query = db.Orders.AsQueryable();
                        // Own orders only.
                        if (caller.TenantId == null)
                        {
                            throw new UnauthorizedAccessException("It is not known who asks.");
                        }

                        // by tenant
                        query = query.Where(o => o.TenantId == caller.TenantId);

                        return await query.ToListAsync();
                """));

    [Fact]
    public Task PatternVariable_StaysInScope() =>
        VerifyFix.RepairsAsync(
            List("""
                var query = db.Orders.AsQueryable();
                        if ([|caller.TenantId is { } id|])
                            query = query.Where(o => o.TenantId == id);
                        return await query.ToListAsync();
                """),
            List("""
                var query = db.Orders.AsQueryable();
                        if (caller.TenantId is not { } id)
                        {
                            throw new UnauthorizedAccessException("It is not known who asks.");
                        }

                        query = query.Where(o => o.TenantId == id);
                        return await query.ToListAsync();
                """));

    [Fact]
    public Task Predicate_IsGuardedBefore() =>
        VerifyFix.RepairsAsync(
            List("""
                var name = "x";
                        return await db.Orders.Where(o => !o.IsDeleted && ([|caller.UserId == null|] || o.OwnerId == caller.UserId)).ToListAsync();
                """),
            List("""
                var name = "x";
                        if (caller.UserId == null)
                        {
                            throw new UnauthorizedAccessException("It is not known who asks.");
                        }

                        return await db.Orders.Where(o => !o.IsDeleted && o.OwnerId == caller.UserId).ToListAsync();
                """));

    [Fact]
    public Task Conditional_IsGuardedBefore() =>
        VerifyFix.RepairsAsync(
            List("""
                var me = caller.UserId;
                        var query = [|me is null|] ? db.Orders : db.Orders.Where(o => o.OwnerId == me);
                        return await query.ToListAsync();
                """),
            List("""
                var me = caller.UserId;
                        if (me is null)
                        {
                            throw new UnauthorizedAccessException("It is not known who asks.");
                        }

                        var query = db.Orders.Where(o => o.OwnerId == me);
                        return await query.ToListAsync();
                """));

    [Fact]
    public Task EarlyReturn_Refuses() =>
        VerifyFix.RepairsAsync(
            List("""
                if ([|caller.UserId is null|])
                            return await db.Orders.ToListAsync();
                        return await db.Orders.Where(o => o.OwnerId == caller.UserId).ToListAsync();
                """),
            List("""
                if (caller.UserId is null)
                        {
                            throw new UnauthorizedAccessException("It is not known who asks.");
                        }

                        return await db.Orders.Where(o => o.OwnerId == caller.UserId).ToListAsync();
                """));

    [Theory]
    [InlineData("", "return Forbid();")]
    [InlineData("security_review.deny_result = not_found", "return NotFound();")]
    [Clause(RuleIds.OwnershipFilterFailsOpen, "option-deny-result", Verdict.Reports)]
    [Clause(RuleIds.OwnershipFilterFailsOpen, "option-deny-result", Verdict.IsSilent)]
    public Task Denial_IsThatOfTheOption(string option, string denial) =>
        VerifyFix.RepairsAsync(
            Action("""
                return Ok(db.Orders.Where(o => [|caller.UserId == null|] || o.OwnerId == caller.UserId).ToList());
                """),
            Action($$"""
                if (caller.UserId == null)
                        {
                            {{denial}}
                        }

                        return Ok(db.Orders.Where(o => o.OwnerId == caller.UserId).ToList());
                """),
            Setting.Default with { Options = option });

    private static string Action(string body) => Method($$"""
        public IQueryable<Order> Open() => db.Orders.Where(o => o.OwnerId == caller.UserId);
        }

        public sealed class OrdersController(ShopContext db, ICurrentUser caller) : ControllerBase
        {
            [HttpGet("orders")]
            public IActionResult Get()
            {
                {{body}}
            }
        """);

    [Theory]
    [InlineData("o => [|_tenantId == null|] || o.TenantId == _tenantId", "o => o.TenantId == _tenantId")]
    [InlineData("o => !o.IsDeleted && ([|_tenantId == null|] || o.TenantId == _tenantId)", "o => !o.IsDeleted && o.TenantId == _tenantId")]
    [InlineData("o => [|_tenantId.HasValue|] ? o.TenantId == _tenantId : true", "o => o.TenantId == _tenantId")]
    [InlineData("o => o.TenantId == ([|_tenantId ?? o.TenantId|])", "o => o.TenantId == _tenantId")]
    public Task FilterOfTheModel_AlwaysCompares(string before, string after) =>
        VerifyFix.RepairsAsync(Model($"builder.Entity<Order>().HasQueryFilter({before});"), Model($"builder.Entity<Order>().HasQueryFilter({after});"));

    [Theory]
    [InlineData("return await db.Orders.WhereIf([|caller.TenantId != null|], o => o.TenantId == caller.TenantId).ToListAsync();")]
    [InlineData("var q = db.Orders.AsQueryable(); if ([|caller.TenantId != null|] && ownerId == null) q = q.Where(o => o.TenantId == caller.TenantId); return await q.ToListAsync();")]
    public Task OtherConstructs_AreNotRepaired(string body) => VerifyFix.OffersNothingAsync(List(body));

    [Fact]
    public Task FixAllWithoutKey_RepairsLaterOnes() =>
        NullKeyFixAll.RepairsAsync(
            Method("""
                public IQueryable<Order> All() => db.Orders.Where(o => caller.UserId == null || o.OwnerId == caller.UserId);

                    public IQueryable<Order> Mine()
                    {
                        return db.Orders.Where(o => caller.UserId == null || o.OwnerId == caller.UserId);
                    }
                """),
            Method("""
                public IQueryable<Order> All() => db.Orders.Where(o => caller.UserId == null || o.OwnerId == caller.UserId);

                    public IQueryable<Order> Mine()
                    {
                        if (caller.UserId == null)
                        {
                            throw new UnauthorizedAccessException("It is not known who asks.");
                        }

                        return db.Orders.Where(o => o.OwnerId == caller.UserId);
                    }
                """));

    [Theory]
    [InlineData("return await db.Orders.Where(o => caller.TenantId == null || o.TenantId == ")]
    [InlineData("if (caller.TenantId != null) q = q.Where(o => o.TenantId == caller.TenantId; return q ? :")]
    public Task HalfTyped_Runs(string body) => HalfTypedCode.PlansAsync<OpenFilterFixer>(List(body), RuleIds.OwnershipFilterFailsOpen);
}
