using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.ContextValidation.FilterCode;
using Verify = SecurityReview.Analyzers.Tests.Verifiers.Verify<SecurityReview.Analyzers.ContextValidation.OpenFilterAnalyzer>;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>Queries that switch the filters of the model off.</summary>
public class IgnoredFiltersAnalyzerTests
{
    private const string Rule = RuleIds.OwnershipFilterFailsOpen;

    [Theory]
    [InlineData("public Task<Invoice?> FindAsync(int id) => db.Invoices.[|IgnoreQueryFilters|]().FirstOrDefaultAsync(i => i.Id == id);")]
    [InlineData("public IQueryable<Invoice> Deleted() { var all = db.Set<Invoice>().AsNoTracking().[|IgnoreQueryFilters|](); return all.Where(i => i.IsDeleted); }")]
    [Clause(Rule, "ignore-filters", Verdict.Reports)]
    [Clause(Rule, "ignore-compared", Verdict.Reports)]
    public Task FilterByOwnerIsOff_Reports(string method) => Verify.ReportsAsync(Invoices(method));

    [Theory]
    [InlineData("public Task<Country?> FindAsync(int id) => db.Countries.IgnoreQueryFilters().FirstOrDefaultAsync(c => c.Id == id);")]
    [InlineData("public Task<Draft?> FindAsync(int id) => db.Drafts.IgnoreQueryFilters().FirstOrDefaultAsync(d => d.Id == id);")]
    [InlineData("public Task<bool> IsTakenAsync(string number) => db.Invoices.IgnoreQueryFilters().AnyAsync(i => i.Number == number);")]
    [Clause(Rule, "ignore-filters", Verdict.IsSilent)]
    public Task OtherFiltersAndFigures_AreSilent(string method) => Verify.IsSilentAsync(Invoices(method));

    [Theory]
    [InlineData("public Task<Invoice?> FindAsync(int id, Guid mine) => db.Invoices.IgnoreQueryFilters().FirstOrDefaultAsync(i => i.Id == id && i.TenantId == mine);")]
    [InlineData("public async Task<Invoice?> FindAsync(int id, Guid mine) { var invoice = await db.Invoices.IgnoreQueryFilters().FirstAsync(i => i.Id == id); return invoice.TenantId != mine ? null : invoice; }")]
    [Clause(Rule, "ignore-compared", Verdict.IsSilent)]
    public Task KeyIsCompared_IsSilent(string method) => Verify.IsSilentAsync(Invoices(method));

    [Fact]
    [Clause(Rule, "ignore-privileged", Verdict.Reports)]
    public Task BareAuthorize_Reports() =>
        Verify.ReportsAsync(Invoices("[Authorize] public Task<List<Invoice>> ListAsync() => db.Invoices.[|IgnoreQueryFilters|]().ToListAsync();"));

    [Theory]
    [InlineData("[Authorize(Roles = \"Support\")] public Task<List<Invoice>> ListAsync() => db.Invoices.IgnoreQueryFilters().ToListAsync();")]
    [InlineData("public Task<List<Invoice>> ListAsync(ClaimsPrincipal user) { if (!user.IsInRole(\"Support\")) throw new UnauthorizedAccessException(); return db.Invoices.IgnoreQueryFilters().ToListAsync(); }")]
    [InlineData("public Task<int> PurgeDeletedAsync() => db.Invoices.IgnoreQueryFilters().Where(i => i.IsDeleted).ExecuteDeleteAsync();")]
    [InlineData("public Task<Invoice?> FindForLoginAsync(string number) => db.Invoices.IgnoreQueryFilters().FirstOrDefaultAsync(i => i.Number == number);")]
    [Clause(Rule, "ignore-privileged", Verdict.IsSilent)]
    public Task PrivilegedOrForAll_IsSilent(string method) => Verify.IsSilentAsync(Invoices(method));

    [Theory]
    [InlineData("RequireAuthorization(policy => policy.RequireRole(\"Support\"))", false)]
    [InlineData("RequireAuthorization()", true)]
    [Clause(Rule, "ignore-privileged", Verdict.IsSilent)]
    [Clause(Rule, "ignore-privileged", Verdict.Reports)]
    public Task GroupAroundTheRoute_Counts(string metadata, bool isReported)
    {
        string Code(string ignore) => "using Microsoft.AspNetCore.Builder;\n" + Invoices($$"""
            public static void Map(WebApplication app) => app.MapGroup("/invoices").{{metadata}}.MapGet("/{id}", (int id, InvoiceContext db) => db.Invoices.{{ignore}}().FirstOrDefaultAsync(i => i.Id == id));
                private InvoiceContext Db => db;
            """);
        return isReported ? Verify.ReportsAsync(Code("[|IgnoreQueryFilters|]")) : Verify.IsSilentAsync(Code("IgnoreQueryFilters"));
    }

    private static string Invoices(string method) => $$"""
        {{Usings}}
        public sealed class InvoiceService(InvoiceContext db)
        {
            {{method}}
        }
        public class Invoice { public int Id { get; set; } public Guid TenantId { get; set; } public string Number { get; set; } = ""; public bool IsDeleted { get; set; } }
        public class Draft { public int Id { get; set; } public Guid TenantId { get; set; } public bool IsDeleted { get; set; } }
        public class Country { public int Id { get; set; } public bool IsDeleted { get; set; } }
        public class InvoiceContext : DbContext
        {
            private Guid Tenant { get; set; }
            public DbSet<Invoice> Invoices => Set<Invoice>();
            public DbSet<Draft> Drafts => Set<Draft>();
            public DbSet<Country> Countries => Set<Country>();
            protected override void OnModelCreating(ModelBuilder builder)
            {
                builder.Entity<Invoice>().HasQueryFilter(i => i.TenantId == Tenant && !i.IsDeleted);
                builder.Entity<Draft>().HasQueryFilter(d => !d.IsDeleted);
                builder.Entity<Country>().HasQueryFilter(c => !c.IsDeleted);
            }
        }
        """;
}
