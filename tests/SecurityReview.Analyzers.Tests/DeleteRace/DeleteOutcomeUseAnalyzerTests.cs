using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.DeleteRace;

/// <summary>Whether somebody reads the outcome, and where nobody has to.</summary>
public class DeleteOutcomeUseAnalyzerTests
{
    [Theory]
    [InlineData("await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct); logger.LogInformation(\"deleted\");")]
    [InlineData("if (id > 0) await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct);")]
    [InlineData("db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct).GetAwaiter().GetResult();")]
    [InlineData("db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct).Wait();")]
    [InlineData("try { await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct); } catch (DbUpdateException) { throw; }")]
    [InlineData("while (id-- > 0) await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct);")]
    [InlineData("SqliteCommand? command = null; command = new SqliteCommand(\"DELETE FROM Orders WHERE Id = 1\"); command.CommandText = \"DELETE FROM Orders WHERE Id = 2\"; command?.[|ExecuteNonQuery|]();")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "nobody-reads", Verdict.Reports)]
    public Task OutcomeDropped_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData("total = await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct);")]
    [InlineData("total += await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct);")]
    [InlineData("var rows = await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct); Action act = () => total = rows;")]
    [InlineData("var text = $\"{await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct)} deleted\"; logger.LogInformation(text);")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "nobody-reads", Verdict.IsSilent)]
    public Task OutcomeKept_IsSilent(string body) =>
        Verify<DeleteOutcomeAnalyzer>.IsSilentAsync(DeleteCode.In(body).Replace("public void Use()", "private int total;\n    public void Use()", StringComparison.Ordinal));

    [Theory]
    [InlineData("var rows = await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct);")]
    [InlineData("int rows; rows = await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct); rows = 3;")]
    [InlineData("var task = db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct); await Task.Delay(1, ct); await task;")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "never-read", Verdict.Reports)]
    public Task StoredAndNeverRead_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData("var rows = await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct); if (rows == 0) throw new KeyNotFoundException();")]
    [InlineData("var task = db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct); if (await task == 0) throw new KeyNotFoundException();")]
    [InlineData("var task = db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct); await Task.WhenAll(task);")]
    [InlineData("int rows; rows = await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct); logger.LogInformation(\"{Rows}\", rows);")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "never-read", Verdict.IsSilent)]
    public Task StoredAndRead_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData("public Task DeleteAsync(int id) => db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|]();")]
    [InlineData("public Task DeleteAsync(int id) { return db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](); }")]
    [InlineData("public async Task DeleteAsync(int id) => await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|]();")]
    [InlineData("public void Delete(int id) => db.Orders.Where(x => x.Id == id).[|ExecuteDelete|]();")]
    [InlineData("public Func<Task> Delete(int id) => () => db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|]();")]
    [InlineData("public Func<Task> Delete(int id) => async () => await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|]();")]
    [InlineData("public Action Delete(int id) => () => db.Orders.Where(x => x.Id == id).[|ExecuteDelete|]();")]
    [InlineData("public Task Run(int id) { return DeleteAsync(); Task DeleteAsync() => db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](); }")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "task-dropped", Verdict.Reports)]
    public Task MemberThatDropsTheCount_Reports(string member) => Verify<DeleteOutcomeAnalyzer>.ReportsAsync(DeleteCode.Member(member));

    [Theory]
    [InlineData("public Task<int> DeleteAsync(int id) => db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync();")]
    [InlineData("public Func<Task<int>> Delete(int id) => () => db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync();")]
    [InlineData("public Task Run(int id) { return DeleteAsync(); Task<int> DeleteAsync() => db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(); }")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "task-dropped", Verdict.IsSilent)]
    public Task MemberThatTellsTheCount_IsSilent(string member) => Verify<DeleteOutcomeAnalyzer>.IsSilentAsync(DeleteCode.Member(member));

    [Theory]
    [InlineData("_ = await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct);")]
    [InlineData("var _ = await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct);")]
    [InlineData("var rows = await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct); _ = rows;")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "discard", Verdict.IsSilent)]
    public Task ExplicitDiscard_IsSilent(string body) => IsSilentAsync(body);

    [Fact]
    [Clause(RuleIds.DeleteOutcomeIgnored, "discard", Verdict.Reports)]
    public Task NamedLikeADiscard_Reports() => ReportsAsync("var ignored = await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct);");

    [Theory]
    [InlineData("return await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct);", "int")]
    [InlineData("return await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct) > 0;", "bool")]
    [InlineData("return (true, await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct));", "(bool, int)")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "returned", Verdict.IsSilent)]
    public Task ReturnedCount_IsSilent(string body, string type) =>
        Verify<DeleteOutcomeAnalyzer>.IsSilentAsync(DeleteCode.In(body, $"public async Task<{type}> RunAsync(int id, CancellationToken ct)"));

    [Fact]
    [Clause(RuleIds.DeleteOutcomeIgnored, "returned", Verdict.Reports)]
    public Task OtherValueReturned_Reports() =>
        Verify<DeleteOutcomeAnalyzer>.ReportsAsync(DeleteCode.In(
            "await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct); return true;", "public async Task<bool> RunAsync(int id, CancellationToken ct)"));

    [Theory]
    [InlineData("if (await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct) == 0) throw new KeyNotFoundException();")]
    [InlineData("var isGone = await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct) is 1; if (!isGone) throw new KeyNotFoundException();")]
    [InlineData("switch (await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct)) { case 0: throw new KeyNotFoundException(); }")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "tested", Verdict.IsSilent)]
    public Task TestedCount_IsSilent(string body) => IsSilentAsync(body);

    [Fact]
    [Clause(RuleIds.DeleteOutcomeIgnored, "tested", Verdict.Reports)]
    public Task AnotherCountTested_Reports() =>
        ReportsAsync("var rows = await db.Orders.CountAsync(ct); await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct); if (rows == 0) throw new KeyNotFoundException();");

    [Theory]
    [InlineData("logger.LogInformation(\"{Rows}\", await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct));")]
    [InlineData("Check(await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct)); void Check(int rows) { if (rows == 0) throw new KeyNotFoundException(); }")]
    [InlineData("await Check(db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct)); async Task Check(Task<int> rows) { if (await rows == 0) throw new KeyNotFoundException(); }")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "logged", Verdict.IsSilent)]
    public Task PassedOnCount_IsSilent(string body) => IsSilentAsync(body);

    [Fact]
    [Clause(RuleIds.DeleteOutcomeIgnored, "logged", Verdict.Reports)]
    public Task LogWithoutTheCount_Reports() =>
        ReportsAsync("await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct); logger.LogInformation(\"{Id} deleted\", id);");

    [Theory]
    [InlineData("public async Task CleanupAsync(int id) { await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(); }")]
    [InlineData("public async Task CleanUpAsync(int id) { await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(); }")]
    [InlineData("public void PurgeExpired(int id) => db.Orders.Where(x => x.Id == id).ExecuteDelete();")]
    [InlineData("public void Dispose() { db.Orders.Where(x => x.Id == 1).ExecuteDelete(); }")]
    [InlineData("~Service() { db.Orders.Where(x => x.Id == 1).ExecuteDelete(); }")]
    [InlineData("public void SetUp() { db.Orders.Where(x => x.Id == 1).ExecuteDelete(); }")]
    [InlineData("public void Run() { TearDown(); void TearDown() => db.Orders.Where(x => x.Id == 1).ExecuteDelete(); }")]
    [InlineData("public void Run() { try { Use(); } finally { db.Orders.Where(x => x.Id == 1).ExecuteDelete(); } }")]
    [InlineData("public void Run() { try { Use(); } catch (Exception) { db.Orders.Where(x => x.Id == 1).ExecuteDelete(); throw; } }")]
    [InlineData("private class OrderSweeper(Shop db) { public void Run() { db.Orders.Where(x => x.Id == 1).ExecuteDelete(); } }")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "clean-up", Verdict.IsSilent)]
    public Task CleanUpCode_IsSilent(string member) => Verify<DeleteOutcomeAnalyzer>.IsSilentAsync(DeleteCode.Member(member));

    [Theory]
    [InlineData("public void RemoveCleanerRobot() => Delete(); void Delete() { db.Orders.Where(x => x.Id == 1).[|ExecuteDelete|](); }")]
    [InlineData("public void Preset() { db.Orders.Where(x => x.Id == 1).[|ExecuteDelete|](); }")]
    [InlineData("public void Run() { try { db.Orders.Where(x => x.Id == 1).[|ExecuteDelete|](); } finally { Use(); } }")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "clean-up", Verdict.Reports)]
    public Task NoCleanUpCode_Reports(string member) => Verify<DeleteOutcomeAnalyzer>.ReportsAsync(DeleteCode.Member(member));

    [Theory]
    [InlineData("await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct); db.Orders.Add(new Order { Id = id });")]
    [InlineData("await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct); db.Add(new Order { Id = id });")]
    [InlineData("connection.Execute(\"DELETE FROM Orders WHERE Id = @id\", new { id }); connection.Execute(\"INSERT INTO Orders (Id) VALUES (@id)\", new { id });")]
    [InlineData("connection.Execute(\"DELETE FROM Countries WHERE iso_code = @name\", new { name }); connection.Execute(\"INSERT INTO Countries (iso_code) VALUES (@name)\", new { name });")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "replaced", Verdict.IsSilent)]
    public Task DeleteBeforeAnInsertOfTheSame_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData("await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct); db.Coupons.Add(new Coupon());")]
    [InlineData("db.Orders.Add(new Order { Id = id }); await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct);")]
    [InlineData("connection.[|Execute|](\"DELETE FROM Orders WHERE Id = @id\", new { id }); connection.Execute(\"INSERT INTO Audit (Id) VALUES (@id)\", new { id });")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "replaced", Verdict.Reports)]
    public Task DeleteWithAnInsertOfSomethingElse_Reports(string body) => ReportsAsync(body);

    [Fact]
    public Task TestProject_IsSilent() =>
        Verify<DeleteOutcomeAnalyzer>.IsSilentAsync(
            DeleteCode.In("await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct);"), Setting.Default with { GlobalOptions = "build_property.IsTestProject = true" });

    [Fact]
    [Clause(RuleIds.DeleteOutcomeIgnored, "clean-up", Verdict.IsSilent)]
    public Task Migration_IsSilent() =>
        Verify<DeleteOutcomeAnalyzer>.IsSilentAsync(
            $$"""
            {{DeleteCode.Usings}}
            public class Add : Microsoft.EntityFrameworkCore.Migrations.Migration
            {
                protected override void Up(Microsoft.EntityFrameworkCore.Migrations.MigrationBuilder builder) => new Shop().Orders.Where(x => x.Id == 1).ExecuteDelete();
            }
            {{DeleteCode.Model}}
            """);

    [Fact]
    [Clause(RuleIds.DeleteOutcomeIgnored, "idempotent", Verdict.IsSilent)]
    public Task IdempotentDeletesAllowed_IsSilent() =>
        Verify<DeleteOutcomeAnalyzer>.IsSilentAsync(
            DeleteCode.In("await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct);"), Setting.Default with { Options = "security_review.idempotent_deletes = allow" });

    [Fact]
    [Clause(RuleIds.DeleteOutcomeIgnored, "idempotent", Verdict.Reports)]
    public Task IdempotentDeletesReported_Reports() =>
        Verify<DeleteOutcomeAnalyzer>.ReportsAsync(
            DeleteCode.In("await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct);"), Setting.Default with { Options = "security_review.idempotent_deletes = report" });

    [Fact]
    public Task TopLevelStatements_Report() =>
        Verify<DeleteOutcomeAnalyzer>.ReportsAsync(
            $$"""
            {{DeleteCode.Usings}}
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapDelete("/orders/{id}", async (int id, Shop db) =>
            {
                await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|]();
                return Results.NoContent();
            });
            app.MapDelete("/counted/{id}", (int id, Shop db) => db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync());
            await new Shop().Orders.Where(x => x.Id == 1).[|ExecuteDeleteAsync|]();
            await DeleteAsync(2);
            async Task DeleteAsync(int id) => await new Shop().Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|]();
            {{DeleteCode.Model}}
            """,
            Setting.Program);

    [Theory]
    [InlineData("class C { void M(DbContext db) { db.Set<C>().Where(x => x.Id == ).ExecuteDelete( } }")]
    [InlineData("class C { void M() { .ExecuteDelete(); ExecuteNonQuery(; Execute(\"DELETE FROM\" } }")]
    [InlineData("class C { int Id; void M(Microsoft.Data.Sqlite.SqliteCommand c) { c.CommandText = ; c.ExecuteNonQuery(); c.CommandText = \"DELETE FROM t WHERE id = \"; c.ExecuteNonQuery() }")]
    [InlineData("class C { void M(DbContext db) => db.Set<>().Where(x => x => ).ExecuteDelete();")]
    public Task HalfTypedCode_IsSilent(string code) =>
        Verify<DeleteOutcomeAnalyzer>.IsSilentAsync(DeleteCode.Usings + code, Setting.Default with { Broken = true });

    [Fact]
    public Task FrameworkWithoutLibraries_Reports() =>
        Verify<DeleteOutcomeAnalyzer>.ReportsAsync(
            """
            using System.Data.Common;
            class C
            {
                void M(DbCommand command)
                {
                    command.CommandText = "DELETE FROM Orders WHERE Id = @id";
                    command.[|ExecuteNonQuery|]();
                }
            }
            """,
            Setting.Default with { FrameworkOnly = true });

    private static Task ReportsAsync(string body) => Verify<DeleteOutcomeAnalyzer>.ReportsAsync(DeleteCode.In(body));

    private static Task IsSilentAsync(string body) => Verify<DeleteOutcomeAnalyzer>.IsSilentAsync(DeleteCode.In(body));
}
