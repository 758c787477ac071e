using Microsoft.CodeAnalysis.Testing;
using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.DeleteRace;

public class UnscopedDeleteAnalyzerTests
{
    private const string Notes = """

        public class Note { public int Id { get; set; } public string UserId { get; set; } = ""; public string Text { get; set; } = ""; }
        public class Notes : DbContext
        {
            public DbSet<Note> All => Set<Note>();
            public DbSet<Note> Archive => Set<Note>();
        }
        """;

    [Theory]
    [InlineData("await db.Orders.[|ExecuteDeleteAsync|](ct);")]
    [InlineData("db.Set<Order>().[|ExecuteDelete|]();")]
    [InlineData("var rows = await db.Orders.IgnoreQueryFilters().AsNoTracking().[|ExecuteDeleteAsync|](ct); if (rows == 0) throw new KeyNotFoundException();")]
    [InlineData("db.Orders.[|RemoveRange|](db.Orders); await db.SaveChangesAsync(ct);")]
    [InlineData("db.[|RemoveRange|](await db.Orders.ToListAsync(ct));")]
    [InlineData("var orders = db.Orders.ToList(); db.Orders.[|RemoveRange|](orders);")]
    [Clause(RuleIds.UnscopedDelete, "bare-set", Verdict.Reports)]
    public Task BareSet_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData("await db.Orders.Where(x => x.Total > 3).ExecuteDeleteAsync(ct);")]
    [InlineData("await db.Orders.Take(3).ExecuteDeleteAsync(ct);")]
    [InlineData("db.Orders.RemoveRange(db.Orders.Where(x => x.Total == id));")]
    [InlineData("db.Orders.RemoveRange(new Order { Id = id }, new Order { Id = 3 });")]
    [InlineData("var orders = new List<Order>(); orders.RemoveRange(0, 1); db.Orders.RemoveRange(orders);")]
    [InlineData("await db.Orders.ExecuteDeleteAsync(ct); db.Orders.Add(new Order()); await db.SaveChangesAsync(ct);")]
    [Clause(RuleIds.UnscopedDelete, "bare-set", Verdict.IsSilent)]
    public Task RestrictedSet_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData("connection.[|Execute|](\"DELETE FROM Orders\");")]
    [InlineData("await db.Database.[|ExecuteSqlRawAsync|](\"delete from dbo.Orders;\");")]
    [InlineData("using var command = new SqliteCommand(\"DELETE Orders\", connection); command.[|ExecuteNonQuery|]();")]
    [Clause(RuleIds.UnscopedDelete, "sql", Verdict.Reports)]
    public Task SqlWithoutACondition_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData("connection.Execute(\"DELETE FROM Orders WHERE Total > 3\");")]
    [InlineData("connection.Execute(\"DELETE o FROM Orders o JOIN Lines l ON l.OrderId = o.Id\");")]
    [InlineData("connection.Execute(\"DELETE FROM Orders USING Lines\");")]
    [InlineData("connection.Execute(\"DELETE FROM #found\");")]
    [InlineData("connection.Execute(\"DELETE FROM temp_orders\");")]
    [InlineData("connection.Execute(\"DELETE TOP (1000) FROM Orders\");")]
    [InlineData("connection.Execute(\"TRUNCATE TABLE Orders\");")]
    [InlineData("connection.Execute(\"DELETE FROM Orders\"); connection.Execute(\"INSERT INTO Orders (Id) VALUES (1)\");")]
    [Clause(RuleIds.UnscopedDelete, "sql", Verdict.IsSilent)]
    public Task RestrictedSql_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData("TruncateOrders")]
    [InlineData("ClearOrders")]
    [InlineData("ResetShop")]
    [InlineData("SeedAsync")]
    [InlineData("PurgeOrders")]
    [InlineData("Wipe")]
    [InlineData("RebuildIndex")]
    [InlineData("FlushOrders")]
    [InlineData("DeleteAllOrders")]
    [InlineData("DropEverything")]
    [Clause(RuleIds.UnscopedDelete, "names", Verdict.IsSilent)]
    public Task NameThatSaysSo_IsSilent(string name) =>
        Verify<UnscopedDeleteAnalyzer>.IsSilentAsync(DeleteCode.Member($"public void {name}() {{ db.Orders.ExecuteDelete(); connection.Execute(\"DELETE FROM Lines\"); }}"));

    [Theory]
    [InlineData("DeleteOrders")]
    [InlineData("PresetOrders")]
    [InlineData("Allow")]
    [Clause(RuleIds.UnscopedDelete, "names", Verdict.Reports)]
    public Task OtherName_Reports(string name) =>
        Verify<UnscopedDeleteAnalyzer>.ReportsAsync(DeleteCode.Member($"public void {name}() => db.Orders.[|ExecuteDelete|]();"));

    [Fact]
    [Clause(RuleIds.UnscopedDelete, "names", Verdict.Reports)]
    public Task EndpointThatDeletesAll_Reports() =>
        Verify<UnscopedDeleteAnalyzer>.ReportsAsync(
            $$"""
            {{DeleteCode.Usings}}
            public class OrdersController(Shop db) : ControllerBase
            {
                public Task<int> DeleteAll() => db.Orders.[|ExecuteDeleteAsync|]();
            }
            {{DeleteCode.Model}}
            """);

    [Theory]
    [InlineData("modelBuilder.Entity<Note>().HasQueryFilter(note => note.UserId == \"me\");")]
    [InlineData("foreach (var type in modelBuilder.Model.GetEntityTypes()) modelBuilder.Entity(type.ClrType).HasQueryFilter((System.Linq.Expressions.LambdaExpression?)null);")]
    [Clause(RuleIds.UnscopedDelete, "filter", Verdict.IsSilent)]
    public Task QueryFilter_IsSilent(string configuration) =>
        Verify<UnscopedDeleteAnalyzer>.IsSilentAsync(
            $$"""
            {{DeleteCode.Usings}}
            public class Note { public int Id { get; set; } public string UserId { get; set; } = ""; }
            public class Notes : DbContext
            {
                public DbSet<Note> Mine => Set<Note>();
                protected override void OnModelCreating(ModelBuilder modelBuilder) { {{configuration}} }
            }
            public class NotesController(Notes db) : ControllerBase
            {
                public Task<int> DeleteMine() => db.Mine.ExecuteDeleteAsync();
                public Task<int> Delete(int id) => db.Mine.Where(x => x.Id == id).ExecuteDeleteAsync();
            }
            """);

    [Fact]
    [Clause(RuleIds.UnscopedDelete, "filter", Verdict.Reports)]
    public Task QueryFilterOfAnotherEntity_Reports() =>
        Verify<UnscopedDeleteAnalyzer>.ReportsAsync(
            $$"""
            {{DeleteCode.Usings}}
            public class Note { public int Id { get; set; } public string UserId { get; set; } = ""; }
            public class Page { public int Id { get; set; } public string UserId { get; set; } = ""; }
            public class Notes : DbContext
            {
                public DbSet<Note> All => Set<Note>();
                protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Page>().HasQueryFilter(page => page.UserId == "me");
            }
            public class NotesController(Notes db) : ControllerBase
            {
                public Task<int> DeleteMine() => db.All.[|ExecuteDeleteAsync|]();
            }
            """);

    [Theory]
    [InlineData("public Task<int> Delete(int id) => db.All.Where(x => x.Id == id).[|ExecuteDeleteAsync|]();")]
    [InlineData("[Microsoft.AspNetCore.Authorization.Authorize] public async Task<IActionResult> Delete(int id) { if (await db.All.Where(note => note.Id == id && note.Text != \"\").[|ExecuteDeleteAsync|]() == 0) return NotFound(); return NoContent(); }")]
    [InlineData("public async Task<int> Delete(Request request) { return await connection.[|ExecuteAsync|](\"DELETE FROM Archive WHERE Id = @Id\", new { request.Id }); } public record Request(int Id);")]
    [Clause(RuleIds.UnscopedDelete, "foreign", Verdict.Reports)]
    public Task OwnedRecordByIdAlone_Reports(string member) => Verify<UnscopedDeleteAnalyzer>.ReportsAsync(Controller(member));

    [Theory]
    [InlineData("public async Task<int> Delete(int id) { ValidateModel(id); return await db.All.Where(x => x.Id == id).[|ExecuteDeleteAsync|](); } private void ValidateModel(int id) { if (id < 3) throw new KeyNotFoundException(); }")]
    [InlineData("public async Task<int> Delete(int id) { if (!User.Identity!.IsAuthenticated) return 0; return await db.All.Where(x => x.Id == id).[|ExecuteDeleteAsync|](); }")]
    [Clause(RuleIds.UnscopedDelete, "owner", Verdict.Reports)]
    public Task OtherCheck_Reports(string member) => Verify<UnscopedDeleteAnalyzer>.ReportsAsync(Controller(member));

    [Theory]
    [InlineData("public Task<int> Delete(int id) => shop.Orders.Where(x => x.Id == id).ExecuteDeleteAsync();")]
    [InlineData("public Task<int> Delete(int id) => db.All.Where(x => x.Id == 3).ExecuteDeleteAsync();")]
    [InlineData("public Task<int> Delete(string text) => db.All.Where(x => x.Text == text).ExecuteDeleteAsync();")]
    [Clause(RuleIds.UnscopedDelete, "foreign", Verdict.IsSilent)]
    public Task RecordWithoutAnOwnerOrId_IsSilent(string member) => Verify<UnscopedDeleteAnalyzer>.IsSilentAsync(Controller(member));

    [Theory]
    [InlineData("public Task<int> Delete(int id) { var me = User.FindFirstValue(\"sub\"); return db.All.Where(x => x.Id == id && x.UserId == me).ExecuteDeleteAsync(); }")]
    [InlineData("public async Task<int> Delete(int id) { if (!await db.All.AnyAsync(x => x.Id == id && x.UserId == User.FindFirstValue(\"sub\"))) return 0; return await db.All.Where(x => x.Id == id).ExecuteDeleteAsync(); }")]
    [InlineData("public async Task<int> Delete(int id) { EnsureOwnedBy(id); return await db.All.Where(x => x.Id == id).ExecuteDeleteAsync(); } private void EnsureOwnedBy(int id) { if (id < 3) throw new KeyNotFoundException(); }")]
    [InlineData("public async Task<int> Delete(int id) { if (!User.IsInRole(\"admin\")) return 0; return await db.All.Where(x => x.Id == id).ExecuteDeleteAsync(); }")]
    [InlineData("[Microsoft.AspNetCore.Authorization.Authorize(Roles = \"Admin\")] public Task<int> Delete(int id) => db.All.Where(x => x.Id == id).ExecuteDeleteAsync();")]
    [InlineData("public async Task<int> Delete(int id, IGate gate) { gate.Ensure(id); return await db.All.Where(x => x.Id == id).ExecuteDeleteAsync(); } public interface IGate { void Ensure(int id); }")]
    [InlineData("public async Task<int> Delete(int id) { Look(id); return await db.All.Where(x => x.Id == id).ExecuteDeleteAsync(); } private void Look(int id) { if (!db.All.Any(x => x.Id == id && x.UserId == User.FindFirstValue(\"sub\"))) throw new KeyNotFoundException(); }")]
    [InlineData("public Task<int> Delete(int id) => db.All.Where(x => x.Id == id).ExecuteDeleteAsync(); [NonAction] public void OnActionExecuting(object context) { if (!User.IsInRole(\"admin\")) throw new KeyNotFoundException(); }")]
    [InlineData("[OwnerOnly] public Task<int> Delete(int id) => db.All.Where(x => x.Id == id).ExecuteDeleteAsync(); public sealed class OwnerOnlyAttribute : Attribute { }")]
    [Clause(RuleIds.UnscopedDelete, "owner", Verdict.IsSilent)]
    public Task DecidedDelete_IsSilent(string member) => Verify<UnscopedDeleteAnalyzer>.IsSilentAsync(Controller(member));

    [Fact]
    [Clause(RuleIds.UnscopedDelete, "endpoint", Verdict.IsSilent)]
    public Task ServiceThatIsNoEndpoint_IsSilent() =>
        Verify<UnscopedDeleteAnalyzer>.IsSilentAsync(
            DeleteCode.Usings + "public class NoteStore(Notes db) { public Task<int> Delete(int id) => db.All.Where(x => x.Id == id).ExecuteDeleteAsync(); }" + Notes);

    [Fact]
    [Clause(RuleIds.UnscopedDelete, "endpoint", Verdict.Reports)]
    public Task MinimalApiAndTopLevelStatements_Report() =>
        Verify<UnscopedDeleteAnalyzer>.ReportsAsync(
            $$"""
            {{DeleteCode.Usings}}
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapDelete("/notes/{id}", (int id, Notes db) => db.All.Where(x => x.Id == id).[|ExecuteDeleteAsync|]());
            app.MapDelete("/notes", async (Notes db) => { await db.All.[|ExecuteDeleteAsync|](); });
            app.MapDelete("/admin/notes/{id}", (int id, Notes db) => db.All.Where(x => x.Id == id).ExecuteDeleteAsync()).RequireAuthorization("admin");
            app.MapDelete("/own/notes/{id}", Delete);
            new Notes().Archive.[|ExecuteDelete|]();
            static Task<int> Delete(int id, Notes db) => db.All.Where(x => x.Id == id).[|ExecuteDeleteAsync|]();
            {{Notes}}
            """,
            Setting.Program);

    [Fact]
    [Clause(RuleIds.UnscopedDelete, "owner", Verdict.Reports)]
    public Task GroupForTheSignedIn_Reports() => Verify<UnscopedDeleteAnalyzer>.ReportsAsync(Group(".RequireAuthorization()", "[|ExecuteDeleteAsync|]"), Setting.Program);

    [Theory]
    [InlineData(".RequireAuthorization(\"staff\")")]
    [InlineData(".RequireAuthorization(policy => policy.RequireRole(\"admin\"))")]
    [Clause(RuleIds.UnscopedDelete, "owner", Verdict.IsSilent)]
    public Task GroupThatDemandsAPrivilege_IsSilent(string demand) => Verify<UnscopedDeleteAnalyzer>.IsSilentAsync(Group(demand, "ExecuteDeleteAsync"), Setting.Program);

    private static string Group(string demand, string call) => $$"""
        {{DeleteCode.Usings}}
        var app = WebApplication.CreateBuilder(args).Build();
        var notes = app.MapGroup("/notes"){{demand}};
        notes.MapDelete("/{id}", (int id, Notes db) => db.All.Where(x => x.Id == id).{{call}}());
        {{Notes}}
        """;

    [Fact]
    public Task Messages_SayWhatAndTheRemedy() =>
        Verify<UnscopedDeleteAnalyzer>.ReportsAsync(
            Controller("public Task<int> Delete(int id) => db.All.Where(x => x.Id == id).{|#0:ExecuteDeleteAsync|}(); public Task<int> Delete() => db.All.{|#1:ExecuteDeleteAsync|}();"),
            new DiagnosticResult(Descriptors.UnscopedDelete).WithLocation(0).WithMessage("'ExecuteDeleteAsync' deletes any 'Note' by the id that the client sends; compare 'UserId' with the caller as well"),
            new DiagnosticResult(Descriptors.UnscopedDelete).WithLocation(1).WithMessage("'ExecuteDeleteAsync' deletes every 'Note'; say by a condition which"));

    [Theory]
    [InlineData("class C { void M(DbContext db) { db.Set<C>().ExecuteDelete(; db.RemoveRange(); db.RemoveRange(db.Set<>()) } }")]
    [InlineData("class C { void M(SqliteConnection c) { c.Execute(\"DELETE FROM \"; c.Execute(\"DELETE\") } }")]
    public Task HalfTypedCode_DoesNotThrow(string code) => Verify<UnscopedDeleteAnalyzer>.RunsAsync(DeleteCode.Usings + code, Setting.Default with { Broken = true });

    private static string Controller(string members) => $$"""
        using System.Security.Claims;
        {{DeleteCode.Usings}}
        public class NotesController(Notes db, Shop shop, SqliteConnection connection) : ControllerBase
        {
            {{members}}
            private object Used => (db, shop, connection);
        }
        {{Notes}}
        {{DeleteCode.Model}}
        """;

    private static Task ReportsAsync(string body) => Verify<UnscopedDeleteAnalyzer>.ReportsAsync(DeleteCode.In(body));

    private static Task IsSilentAsync(string body) => Verify<UnscopedDeleteAnalyzer>.IsSilentAsync(DeleteCode.In(body));
}
