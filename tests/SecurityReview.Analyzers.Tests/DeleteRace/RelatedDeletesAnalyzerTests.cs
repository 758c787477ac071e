using Microsoft.CodeAnalysis.Testing;
using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.DeleteRace;

public class RelatedDeletesAnalyzerTests
{
    [Theory]
    [InlineData("await db.Lines.Where(x => x.OrderId == id).ExecuteDeleteAsync(ct); await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct);")]
    [InlineData("db.Lines.Where(x => x.OrderId == id).ExecuteDelete(); if (db.Orders.Where(x => x.Id == id).[|ExecuteDelete|]() == 0) throw new KeyNotFoundException();")]
    [InlineData("await db.Database.ExecuteSqlAsync($\"DELETE FROM Lines WHERE OrderId = {id}\", ct); await db.Database.[|ExecuteSqlAsync|]($\"DELETE FROM Orders WHERE Id = {id}\", ct);")]
    [InlineData("await db.Database.ExecuteSqlRawAsync(\"DELETE FROM Lines WHERE OrderId = {0}\", id); await db.Database.[|ExecuteSqlRawAsync|](\"DELETE FROM Orders WHERE Id = {0}\", id);")]
    [InlineData("await connection.ExecuteAsync(\"DELETE FROM Lines WHERE OrderId = @id\", new { id }); await connection.[|ExecuteAsync|](\"DELETE FROM Orders WHERE Id = @order\", new { order = id });")]
    [InlineData("await connection.ExecuteAsync(\"DELETE FROM Lines WHERE OrderId = @id\", new { id }); await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct);")]
    [InlineData("using var lines = new SqliteCommand(\"DELETE FROM Lines WHERE OrderId = @id\", connection); lines.ExecuteNonQuery(); using var orders = new SqliteCommand(\"DELETE FROM Orders WHERE Id = @id\", connection); orders.[|ExecuteNonQuery|]();")]
    [InlineData("await db.Lines.Where(x => x.OrderId == id).ExecuteDeleteAsync(ct); await db.Coupons.Where(x => x.Id == id).ExecuteDeleteAsync(ct); await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct);")]
    [InlineData("var order = await db.Orders.FirstAsync(ct); await db.Lines.Where(x => x.OrderId == order.Id).ExecuteDeleteAsync(ct); if (order.Total > 3) { await db.Orders.Where(x => x.Id == order.Id).[|ExecuteDeleteAsync|](ct); }")]
    [Clause(RuleIds.RelatedDeletesNotAtomic, "immediate", Verdict.Reports)]
    public Task DeletesWithOneKey_Report(string body) => ReportsAsync(body);

    [Theory]
    [InlineData("await db.Orders.Where(x => x.Total == id).ExecuteDeleteAsync(ct); await db.Lines.Where(x => x.OrderId == id).ExecuteDeleteAsync(ct); await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct);")]
    [InlineData("await connection.ExecuteAsync(\"DELETE FROM Archive WHERE Id = @id\", new { id }); await connection.[|ExecuteAsync|](\"DELETE FROM Orders WHERE Id = @id\", new { id });")]
    [Clause(RuleIds.RelatedDeletesNotAtomic, "tables", Verdict.Reports)]
    public Task DifferentTables_Report(string body) => ReportsAsync(body);

    [Fact]
    [Clause(RuleIds.RelatedDeletesNotAtomic, "transaction", Verdict.Reports)]
    public Task TransactionBehindTheDeletes_Reports() =>
        ReportsAsync("await db.Lines.Where(x => x.OrderId == id).ExecuteDeleteAsync(ct); await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct); await using var transaction = await db.Database.BeginTransactionAsync(ct);");

    [Theory]
    [InlineData("await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct);")]
    [InlineData("db.Lines.RemoveRange(db.Lines.Where(x => x.OrderId == id)); db.Orders.Remove(new Order { Id = id }); await db.SaveChangesAsync(ct);")]
    [InlineData("await db.Lines.Where(x => x.OrderId == id).ExecuteUpdateAsync(update => update.SetProperty(x => x.Number, 1), ct); await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct);")]
    [InlineData("await connection.ExecuteAsync(\"UPDATE Lines SET Number = 1 WHERE OrderId = @id\", new { id }); await connection.ExecuteAsync(\"DELETE FROM Orders WHERE Id = @id\", new { id });")]
    [Clause(RuleIds.RelatedDeletesNotAtomic, "immediate", Verdict.IsSilent)]
    public Task OneOrTrackedDeletes_AreSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData("await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct); await db.Orders.Where(x => x.Total == id).ExecuteDeleteAsync(ct);")]
    [InlineData("await connection.ExecuteAsync(\"DELETE FROM Orders WHERE Id = @id\", new { id }); await connection.ExecuteAsync(\"DELETE FROM orders WHERE CustomerId = @id\", new { id });")]
    [Clause(RuleIds.RelatedDeletesNotAtomic, "tables", Verdict.IsSilent)]
    public Task OneTable_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData("if (id > 3) await db.Lines.Where(x => x.OrderId == id).ExecuteDeleteAsync(ct); else await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct);")]
    [InlineData("if (id > 3) { await db.Lines.Where(x => x.OrderId == id).ExecuteDeleteAsync(ct); return; } await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct);")]
    [InlineData("var other = id + 1; await db.Lines.Where(x => x.OrderId == id).ExecuteDeleteAsync(ct); await db.Orders.Where(x => x.Id == other).ExecuteDeleteAsync(ct);")]
    [InlineData("await db.Lines.Where(x => x.Number == 3).ExecuteDeleteAsync(ct); await db.Orders.Where(x => x.Total == 3).ExecuteDeleteAsync(ct);")]
    [InlineData("var limit = id; await db.Lines.Where(x => x.Number < limit).ExecuteDeleteAsync(ct); await db.Orders.Where(x => x.Total < limit).ExecuteDeleteAsync(ct);")]
    [InlineData("await connection.ExecuteAsync(\"DELETE FROM Lines WHERE OrderId = @id\", new { id }); await connection.ExecuteAsync(\"DELETE FROM Orders WHERE Id = @id\", new { id = id + 1 });")]
    [InlineData("await db.Database.ExecuteSqlRawAsync(\"DELETE FROM Lines WHERE OrderId = {0}\", id); await db.Database.ExecuteSqlRawAsync(\"DELETE FROM Orders WHERE Id = {0}\", name);")]
    [InlineData("Func<Task> first = () => db.Lines.Where(x => x.OrderId == id).ExecuteDeleteAsync(); await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct);")]
    [Clause(RuleIds.RelatedDeletesNotAtomic, "unit", Verdict.IsSilent)]
    public Task DeletesThatDoNotBelongTogether_AreSilent(string body) => IsSilentAsync(body);

    [Fact]
    [Clause(RuleIds.RelatedDeletesNotAtomic, "unit", Verdict.Reports)]
    public Task DeletesInBranchesThatMeet_Report() =>
        ReportsAsync("if (id > 3) { await db.Lines.Where(x => x.OrderId == id).ExecuteDeleteAsync(ct); } else { await db.Coupons.Where(x => x.Id == id).ExecuteDeleteAsync(ct); } await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct);");

    [Theory]
    [InlineData("await using var transaction = await db.Database.BeginTransactionAsync(ct); DELETES await transaction.CommitAsync(ct);")]
    [InlineData("using (var scope = new System.Transactions.TransactionScope(System.Transactions.TransactionScopeAsyncFlowOption.Enabled)) { DELETES scope.Complete(); }")]
    [InlineData("await db.Database.CreateExecutionStrategy().ExecuteAsync(async () => { await using var transaction = await db.Database.BeginTransactionAsync(ct); DELETES await transaction.CommitAsync(ct); });")]
    [InlineData("await InTransactionAsync(async () => { DELETES }); static Task InTransactionAsync(Func<Task> work) => work();")]
    [InlineData("await connection.ExecuteAsync(\"BEGIN\"); DELETES await connection.ExecuteAsync(\"COMMIT\");")]
    [InlineData("await db.Database.UseTransactionAsync(null, ct); DELETES")]
    [Clause(RuleIds.RelatedDeletesNotAtomic, "transaction", Verdict.IsSilent)]
    public Task Transaction_IsSilent(string body) =>
        IsSilentAsync(body.Replace("DELETES", "await db.Lines.Where(x => x.OrderId == id).ExecuteDeleteAsync(ct); await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct);", StringComparison.Ordinal));

    [Fact]
    [Clause(RuleIds.RelatedDeletesNotAtomic, "transaction", Verdict.IsSilent)]
    public Task TransactionOfAnArgument_IsSilent() =>
        Verify<RelatedDeletesAnalyzer>.IsSilentAsync(DeleteCode.Member(
            """
            private readonly System.Data.IDbTransaction? _transaction = null;

            public void DeleteAll(int id, System.Data.IDbTransaction transaction)
            {
                connection.Execute("DELETE FROM Lines WHERE OrderId = @id", new { id }, transaction);
                connection.Execute("DELETE FROM Orders WHERE Id = @id", new { id }, transaction);
            }

            public void DeleteMore(int id)
            {
                connection.Execute("DELETE FROM Lines WHERE OrderId = @id", new { id }, _transaction);
                connection.Execute("DELETE FROM Orders WHERE Id = @id", new { id }, _transaction);
            }

            [Transactional]
            public void DeleteMarked(int id)
            {
                connection.Execute("DELETE FROM Lines WHERE OrderId = @id", new { id });
                connection.Execute("DELETE FROM Orders WHERE Id = @id", new { id });
            }

            public sealed class TransactionalAttribute : Attribute { }
            """));

    [Theory]
    [InlineData("public async Task OneAsync(int id) { await using var transaction = await db.Database.BeginTransactionAsync(); await DeleteAsync(id); await transaction.CommitAsync(); }", "ExecuteDeleteAsync")]
    [InlineData("public Task OneAsync(int id) => TwoAsync(id); private async Task TwoAsync(int id) { await using var transaction = await db.Database.BeginTransactionAsync(); await DeleteAsync(id); await transaction.CommitAsync(); }", "ExecuteDeleteAsync")]
    [Clause(RuleIds.RelatedDeletesNotAtomic, "callers", Verdict.IsSilent)]
    public Task TransactionInAllCallers_IsSilent(string caller, string delete) =>
        Verify<RelatedDeletesAnalyzer>.IsSilentAsync(WithCaller(caller, delete));

    [Theory]
    [InlineData("", "[|ExecuteDeleteAsync|]")]
    [InlineData("public Task OneAsync(int id) => DeleteAsync(id); public async Task TwoAsync(int id) { await using var transaction = await db.Database.BeginTransactionAsync(); await DeleteAsync(id); await transaction.CommitAsync(); }", "[|ExecuteDeleteAsync|]")]
    [InlineData("public async Task OneAsync(int id) { await DeleteAsync(id); await using var transaction = await db.Database.BeginTransactionAsync(); await transaction.CommitAsync(); }", "[|ExecuteDeleteAsync|]")]
    [Clause(RuleIds.RelatedDeletesNotAtomic, "callers", Verdict.Reports)]
    public Task CallerWithoutATransaction_Reports(string caller, string delete) =>
        Verify<RelatedDeletesAnalyzer>.ReportsAsync(WithCaller(caller, delete));

    [Fact]
    [Clause(RuleIds.RelatedDeletesNotAtomic, "callers", Verdict.IsSilent)]
    public Task TransactionAroundEveryRequest_IsSilent() =>
        Verify<RelatedDeletesAnalyzer>.IsSilentAsync(WithCaller("", "ExecuteDeleteAsync") +
            """

            public class TransactionMiddleware(RequestDelegate next)
            {
                public async Task InvokeAsync(HttpContext context, Shop db)
                {
                    await using var transaction = await db.Database.BeginTransactionAsync();
                    await next(context);
                    await transaction.CommitAsync();
                }
            }
            """);

    [Fact]
    public Task CleanUpCode_IsSilent() =>
        Verify<RelatedDeletesAnalyzer>.IsSilentAsync(DeleteCode.Member(
            "public void Purge(int id) { db.Lines.Where(x => x.OrderId == id).ExecuteDelete(); db.Orders.Where(x => x.Id == id).ExecuteDelete(); }"));

    [Fact]
    [Clause(RuleIds.RelatedDeletesNotAtomic, "unit", Verdict.Reports)]
    public Task LambdasLocalFunctionsAndTopLevelStatements_Report() =>
        Verify<RelatedDeletesAnalyzer>.ReportsAsync(
            $$"""
            {{DeleteCode.Usings}}
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapDelete("/orders/{id}", async (int id, Shop db) =>
            {
                await db.Lines.Where(x => x.OrderId == id).ExecuteDeleteAsync();
                return await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|]();
            });
            using var shop = new Shop();
            var key = args.Length;
            shop.Lines.Where(x => x.OrderId == key).ExecuteDelete();
            shop.Orders.Where(x => x.Id == key).[|ExecuteDelete|]();
            Delete(4);
            void Delete(int id)
            {
                shop.Lines.Where(x => x.OrderId == id).ExecuteDelete();
                shop.Orders.Where(x => x.Id == id).[|ExecuteDelete|]();
            }
            {{DeleteCode.Model}}
            """,
            Setting.Program);

    [Fact]
    public Task Message_NamesBothTables() =>
        Verify<RelatedDeletesAnalyzer>.ReportsAsync(
            DeleteCode.In("db.Lines.Where(x => x.OrderId == id).ExecuteDelete(); db.Orders.Where(x => x.Id == id).{|#0:ExecuteDelete|}();"),
            new DiagnosticResult(Descriptors.RelatedDeletesNotAtomic).WithLocation(0)
                .WithMessage("'OrderLine' and 'Order' are deleted one after the other without a transaction; begin one before the first and commit it behind the last")
                .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));

    [Theory]
    [InlineData("class C { public int Id { get; set; } void M(DbContext db, int i) { db.Set<C>().Where(x => x.Id == i).ExecuteDelete(; db.Set<string>().Where(x => x == i).ExecuteDelete( } }")]
    [InlineData("class C { void M(SqliteCommand c) { c.CommandText = \"DELETE FROM a WHERE b = @\"; c.ExecuteNonQuery(; c.CommandText = ; c.ExecuteNonQuery() } }")]
    public Task HalfTypedCode_DoesNotThrow(string code) => Verify<RelatedDeletesAnalyzer>.RunsAsync(DeleteCode.Usings + code, Setting.Default with { Broken = true });

    private static string WithCaller(string caller, string delete) => DeleteCode.Member(
        $$"""
        {{(caller.Length == 0 ? "public" : "private")}} async Task DeleteAsync(int id)
        {
            await db.Lines.Where(x => x.OrderId == id).ExecuteDeleteAsync();
            await db.Orders.Where(x => x.Id == id).{{delete}}();
        }

        {{caller}}
        """);

    private static Task ReportsAsync(string body) => Verify<RelatedDeletesAnalyzer>.ReportsAsync(DeleteCode.In(body));

    private static Task IsSilentAsync(string body) => Verify<RelatedDeletesAnalyzer>.IsSilentAsync(DeleteCode.In(body));
}
