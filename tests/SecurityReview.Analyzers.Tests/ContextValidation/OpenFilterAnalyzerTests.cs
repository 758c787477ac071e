using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.ContextValidation.FilterCode;
using Verify = SecurityReview.Analyzers.Tests.Verifiers.Verify<SecurityReview.Analyzers.ContextValidation.OpenFilterAnalyzer>;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>Filters that are left out when it is not known who asks.</summary>
public class OpenFilterAnalyzerTests
{
    private const string Rule = RuleIds.OwnershipFilterFailsOpen;

    [Theory]
    [InlineData("IQueryable<Order> q = db.Orders; if ([|caller.TenantId != null|]) q = q.Where(o => o.TenantId == caller.TenantId); return await q.ToListAsync();")]
    [InlineData("var q = db.Orders.AsQueryable(); if ([|!string.IsNullOrEmpty(caller.UserId)|]) { q = q.Where(o => o.OwnerId == caller.UserId); } return await q.ToListAsync();")]
    [InlineData("var q = db.Orders.AsQueryable(); if ([|caller.TenantId is { } id|]) q = q.Where(o => o.TenantId == id); return await q.ToListAsync();")]
    [InlineData("var q = db.Orders.AsQueryable(); if ([|caller.TenantId.HasValue|] && tenantId == null) q = q.Where(o => o.TenantId == caller.TenantId.Value); return await q.ToListAsync();")]
    [InlineData("var me = caller.UserId; var q = [|me == null|] ? db.Orders : db.Orders.Where(o => o.OwnerId == me); return await q.ToListAsync();")]
    [InlineData("if ([|caller.UserId is null|]) return await db.Orders.ToListAsync(); return await db.Orders.Where(o => o.OwnerId == caller.UserId).ToListAsync();")]
    [InlineData("return await db.Orders.WhereIf([|caller.TenantId != null|], o => o.TenantId == caller.TenantId).ToListAsync();")]
    [InlineData("var known = caller.UserId != null; var q = db.Orders.AsQueryable(); if ([|known|]) q = q.Where(o => o.Project.OwnerId == caller.UserId); return await q.ToListAsync();")]
    [Clause(Rule, "conditional-where", Verdict.Reports)]
    public Task FilterUnderACondition_Reports(string body) => Verify.ReportsAsync(List(body));

    [Theory]
    [InlineData("var q = db.Orders.AsQueryable(); if (caller.TenantId != null) q = q.Where(o => o.TenantId == caller.TenantId); else throw new UnauthorizedAccessException(); return await q.ToListAsync();")]
    [InlineData("var q = db.Orders.AsQueryable(); if (caller.TenantId != null) q = q.Where(o => o.TenantId == caller.TenantId); else q = q.Where(o => o.TenantId == null); return await q.ToListAsync();")]
    [InlineData("if (caller.UserId is null) return new List<Order>(); return await db.Orders.Where(o => o.OwnerId == caller.UserId).ToListAsync();")]
    [InlineData("if (caller.UserId is null) return []; return await db.Orders.Where(o => o.OwnerId == caller.UserId).ToListAsync();")]
    [InlineData("var q = db.Orders.AsQueryable(); if (!caller.IsAdmin && caller.TenantId != null) q = q.Where(o => o.TenantId == caller.TenantId); return await q.ToListAsync();")]
    [InlineData("if (!caller.IsAdmin) return await db.Orders.Where(o => o.OwnerId == caller.UserId).ToListAsync(); return await db.Orders.ToListAsync();")]
    [Clause(Rule, "conditional-where", Verdict.IsSilent)]
    public Task OtherWayIsClosedOrPrivileged_IsSilent(string body) => Verify.IsSilentAsync(List(body));

    [Theory]
    [InlineData("return await db.Orders.Where(o => [|caller.TenantId == null|] || o.TenantId == caller.TenantId).ToListAsync();")]
    [InlineData("return await db.Orders.Where(o => !o.IsDeleted && (o.TenantId == caller.TenantId || [|!caller.TenantId.HasValue|])).ToListAsync();")]
    [InlineData("return await (from o in db.Orders where [|caller.UserId == null|] || o.OwnerId == caller.UserId select o).ToListAsync();")]
    [InlineData("return await db.Orders.Where(o => [|string.IsNullOrWhiteSpace(caller.UserId)|] ? true : o.OwnerId == caller.UserId).ToListAsync();")]
    [InlineData("return await db.Orders.Where(o => o.TenantId == ([|caller.TenantId ?? o.TenantId|])).ToListAsync();")]
    [InlineData("var order = await db.Orders.FirstOrDefaultAsync(o => o.Id == 1 && ([|caller.TenantId == Guid.Empty|] || o.TenantId.Equals(caller.TenantId))); return [order!];")]
    [Clause(Rule, "predicate", Verdict.Reports)]
    public Task PredicateThatLetsPass_Reports(string body) => Verify.ReportsAsync(List(body));

    [Theory]
    [InlineData("return await db.Orders.Where(o => ownerId == null || o.OwnerId == ownerId).ToListAsync();")]
    [InlineData("return await db.Orders.Where(o => o.TenantId == null || o.TenantId == caller.TenantId).ToListAsync();")]
    [InlineData("return await db.Orders.Where(o => caller.IsAdmin || o.TenantId == caller.TenantId).ToListAsync();")]
    [InlineData("return await db.Orders.Where(o => caller.UserId != null && o.OwnerId == caller.UserId).ToListAsync();")]
    [InlineData("return await db.Orders.Where(o => caller.UserId == null ? false : o.OwnerId == caller.UserId).ToListAsync();")]
    [Clause(Rule, "predicate", Verdict.IsSilent)]
    public Task PredicateThatHoldsOrIsOptional_IsSilent(string body) => Verify.IsSilentAsync(List(body));

    [Theory]
    [InlineData("var me = user.FindFirstValue(ClaimTypes.NameIdentifier); var q = db.Orders.AsQueryable(); if ([|me != null|]) q = q.Where(o => o.OwnerId == me); return await q.ToListAsync();")]
    [InlineData("var q = db.Orders.AsQueryable(); if ([|Guid.TryParse(user.FindFirstValue(\"tid\"), out var id)|]) q = q.Where(o => o.TenantId == id); return await q.ToListAsync();")]
    [InlineData("var id = tenants.GetTenantId(); return await db.Orders.Where(o => [|id == null|] || o.TenantId == id).ToListAsync();")]
    [Clause(Rule, "principal-derived", Verdict.Reports)]
    public Task IdentityOfAnyKind_Reports(string body) => Verify.ReportsAsync(List(body));

    [Theory]
    [InlineData("var q = db.Orders.AsQueryable(); if (tenantId != null) q = q.Where(o => o.TenantId == tenantId); if (ownerId is { } id) q = q.Where(o => o.OwnerId == id); return await q.ToListAsync();")]
    [InlineData("var deleted = caller.IsAdmin; var q = db.Orders.AsQueryable(); if (!deleted) q = q.Where(o => o.IsDeleted == deleted); return await q.ToListAsync();")]
    [Clause(Rule, "principal-derived", Verdict.IsSilent)]
    public Task ChoiceOfTheClient_IsSilent(string body) => Verify.IsSilentAsync(List(body));

    [Theory]
    [InlineData("builder.Entity<Order>().HasQueryFilter(o => [|_tenantId == null|] || o.TenantId == _tenantId);")]
    [InlineData("builder.Entity<Order>(entity => { entity.HasKey(o => o.Id); entity.HasQueryFilter(o => !o.IsDeleted && ([|tenants.GetTenantId() == null|] || o.TenantId == tenants.GetTenantId())); });")]
    [Clause(Rule, "query-filter", Verdict.Reports)]
    public Task FilterOfTheModel_Reports(string filter) => Verify.ReportsAsync(Model(filter));

    [Theory]
    [InlineData("builder.Entity<Order>().HasQueryFilter(o => o.TenantId == _tenantId);")]
    [InlineData("builder.Entity<Order>().HasQueryFilter(o => !o.IsDeleted);")]
    [InlineData("builder.Entity<Order>().HasQueryFilter(o => o.TenantId == null || o.TenantId == _tenantId);")]
    [Clause(Rule, "query-filter", Verdict.IsSilent)]
    public Task FilterThatAlwaysHolds_IsSilent(string filter) => Verify.IsSilentAsync(Model(filter));

    [Theory]
    [InlineData("if (tenantId == null) throw new ArgumentException(); var q = db.Orders.AsQueryable(); if ([|caller.TenantId != null|]) q = q.Where(o => o.TenantId == caller.TenantId); return await q.ToListAsync();")]
    [InlineData("if (caller.TenantId == null) Console.WriteLine(); return await db.Orders.Where(o => [|caller.TenantId == null|] || o.TenantId == caller.TenantId).ToListAsync();")]
    [Clause(Rule, "demanded-before", Verdict.Reports)]
    public Task NobodyIsRefusedBefore_Reports(string body) => Verify.ReportsAsync(List(body));

    [Theory]
    [InlineData("if (caller.TenantId == null) throw new UnauthorizedAccessException(); var q = db.Orders.AsQueryable(); if (caller.TenantId != null) q = q.Where(o => o.TenantId == caller.TenantId); return await q.ToListAsync();")]
    [InlineData("ArgumentException.ThrowIfNullOrEmpty(caller.UserId); return await db.Orders.Where(o => caller.UserId == null || o.OwnerId == caller.UserId).ToListAsync();")]
    [InlineData("var id = caller.TenantId ?? throw new UnauthorizedAccessException(); return await db.Orders.Where(o => id == Guid.Empty || o.TenantId == id).ToListAsync();")]
    [Clause(Rule, "demanded-before", Verdict.IsSilent)]
    public Task DemandedBefore_IsSilent(string body) => Verify.IsSilentAsync(List(body));

    [Fact]
    [Clause(Rule, "option-ownership-keys", Verdict.Reports)]
    public Task OptionKey_Reports() =>
        Verify.ReportsAsync(
            List("return await db.Orders.Where(o => [|caller.UserId == null|] || o.FarmId == caller.UserId).ToListAsync();"), Setting.Default with { Options = "security_review.ownership_keys = FarmId" });

    [Fact]
    [Clause(Rule, "option-ownership-keys", Verdict.IsSilent)]
    public Task KeyThatIsNotConfigured_IsSilent() =>
        Verify.IsSilentAsync(List("return await db.Orders.Where(o => caller.UserId == null || o.FarmId == caller.UserId).ToListAsync();"));

    [Fact]
    [Clause(Rule, "option-owner-exempt-types", Verdict.Reports)]
    public Task OtherTypeThanTheExempt_Reports() =>
        Verify.ReportsAsync(
            List("var q = db.Orders.AsQueryable(); if ([|caller.UserId != null|]) q = q.Where(o => o.OwnerId == caller.UserId); return await q.ToListAsync();"),
            Setting.Default with { Options = "security_review.owner_exempt_types = Project" });

    [Fact]
    [Clause(Rule, "option-owner-exempt-types", Verdict.IsSilent)]
    public Task ExemptType_IsSilent() =>
        Verify.IsSilentAsync(
            Method("public IQueryable<Project> List() => db.Projects.Where(p => caller.UserId == null || p.OwnerId == caller.UserId);"), Setting.Default with { Options = "security_review.owner_exempt_types = Project" });

    [Fact]
    public Task EndpointOfATopLevelProgram_Reports() =>
        Verify.ReportsAsync(
            """
            using System.Linq;
            using System.Security.Claims;
            using Microsoft.AspNetCore.Builder;
            using Microsoft.EntityFrameworkCore;
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapGet("/notes", (ClaimsPrincipal user, NotesContext db) =>
            {
                var userId = user.FindFirst("sub")?.Value;
                var notes = from note in db.Notes where [|userId == null|] || note.UserId == userId select note.Text;
                return notes.ToList();
            });
            app.Run();
            public class Note { public int Id { get; set; } public string UserId { get; set; } = ""; public string Text { get; set; } = ""; }
            public class NotesContext : DbContext { public DbSet<Note> Notes => Set<Note>(); }
            """,
            Setting.Program);

    [Theory]
    [InlineData("return await db.Orders.Where(o => caller.TenantId == null || o.")]
    [InlineData("if (caller.TenantId != null) q = q.Where(o => o.TenantId == ; return q;")]
    [InlineData("var id = id; return await db.Orders.Where(o => id == null || o.TenantId == id).ToListAsync(")]
    public Task HalfTyped_Runs(string body) => Verify.RunsAsync(List(body));
}
