using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.DeleteRace;

namespace SecurityReview.Analyzers.Tests.DeleteRace;

public class RelatedDeletesFixerTests
{
    [Fact]
    public Task EveryShape_IsRepaired() =>
        RepairsAsync(
            """
            public class OrdersController(Shop db) : ControllerBase
            {
                public async Task<IActionResult> Delete(int id, CancellationToken ct)
                {
                    var name = id.ToString();

                    // children first
                    await db.Lines.Where(x => x.OrderId == id).ExecuteDeleteAsync(ct);
                    if (await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct) == 0)
                    {
                        return NotFound();
                    }

                    return NoContent();
                }

                public async Task<int> DeleteAndCount(int id)
                {
                    await db.Lines.Where(x => x.OrderId == id).ExecuteDeleteAsync();
                    return await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|]();
                }

                public void DeleteNow(int id)
                {
                    db.Lines.Where(x => x.OrderId == id).ExecuteDelete();
                    db.Database.[|ExecuteSql|]($"DELETE FROM Orders WHERE Id = {id}");
                }
            }
            """,
            """
            public class OrdersController(Shop db) : ControllerBase
            {
                public async Task<IActionResult> Delete(int id, CancellationToken ct)
                {
                    var name = id.ToString();

                    // children first
                    await using var transaction = await db.Database.BeginTransactionAsync(ct);
                    await db.Lines.Where(x => x.OrderId == id).ExecuteDeleteAsync(ct);
                    if (await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct) == 0)
                    {
                        return NotFound();
                    }

                    await transaction.CommitAsync(ct);

                    return NoContent();
                }

                public async Task<int> DeleteAndCount(int id)
                {
                    await using var transaction = await db.Database.BeginTransactionAsync();
                    await db.Lines.Where(x => x.OrderId == id).ExecuteDeleteAsync();
                    var rows = await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync();
                    await transaction.CommitAsync();
                    return rows;
                }

                public void DeleteNow(int id)
                {
                    using var transaction = db.Database.BeginTransaction();
                    db.Lines.Where(x => x.OrderId == id).ExecuteDelete();
                    db.Database.ExecuteSql($"DELETE FROM Orders WHERE Id = {id}");
                    transaction.Commit();
                }
            }
            """);

    [Theory]
    [InlineData("await connection.ExecuteAsync(\"DELETE FROM Lines WHERE OrderId = @id\", new { id }); await connection.[|ExecuteAsync|](\"DELETE FROM Orders WHERE Id = @id\", new { id });")]
    [InlineData("await connection.ExecuteAsync(\"DELETE FROM Lines WHERE OrderId = @id\", new { id }); await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct);")]
    [InlineData("using var other = new Shop(); other.Lines.Where(x => x.OrderId == id).ExecuteDelete(); db.Orders.Where(x => x.Id == id).[|ExecuteDelete|]();")]
    [InlineData("switch (id) { case 1: db.Lines.Where(x => x.OrderId == id).ExecuteDelete(); db.Orders.Where(x => x.Id == id).[|ExecuteDelete|](); break; }")]
    [InlineData("db.Lines.Where(x => x.OrderId == id).ExecuteDelete(); if (id > 3) { db.Orders.Where(x => x.Id == id).[|ExecuteDelete|](); return; } logger.LogInformation(\"kept\");")]
    public Task OtherShape_HasNoRepair(string body) => VerifyFix<RelatedDeletesAnalyzer, RelatedDeletesFixer>.OffersNothingAsync(DeleteCode.In(body));

    [Fact]
    public Task StrategyThatRetries_HasNoRepair() =>
        VerifyFix<RelatedDeletesAnalyzer, RelatedDeletesFixer>.OffersNothingAsync(
            DeleteCode.In("db.Lines.Where(x => x.OrderId == id).ExecuteDelete(); db.Orders.Where(x => x.Id == id).[|ExecuteDelete|]();")
            + "\npublic class Options { public void EnableRetryOnFailure() { } }");

    [Fact]
    public Task FixAllWithoutAKey_RepairsTheLaterFindings() =>
        NullKeyFixAll<RelatedDeletesAnalyzer, RelatedDeletesFixer>.RepairsAsync(
            DeleteCode.Member("public void One(int id) { connection.Execute(\"DELETE FROM Lines WHERE OrderId = @id\", new { id }); connection.Execute(\"DELETE FROM Orders WHERE Id = @id\", new { id }); }\n\n    public void Two(int id)\n    {\n        db.Lines.Where(x => x.OrderId == id).ExecuteDelete();\n        db.Orders.Where(x => x.Id == id).ExecuteDelete();\n    }"),
            DeleteCode.Member("public void One(int id) { connection.Execute(\"DELETE FROM Lines WHERE OrderId = @id\", new { id }); connection.Execute(\"DELETE FROM Orders WHERE Id = @id\", new { id }); }\n\n    public void Two(int id)\n    {\n        using var transaction = db.Database.BeginTransaction();\n        db.Lines.Where(x => x.OrderId == id).ExecuteDelete();\n        db.Orders.Where(x => x.Id == id).ExecuteDelete();\n        transaction.Commit();\n    }"));

    [Fact]
    public Task HalfTypedCode_IsPlanned() =>
        HalfTypedCode.PlansAsync<RelatedDeletesFixer>(DeleteCode.Usings + "class C { void M(Shop db) { db.Lines.Where(x => x.).ExecuteDelete(; db.Orders.ExecuteDelete( } }", RuleIds.RelatedDeletesNotAtomic);

    private static Task RepairsAsync(string before, string after) =>
        VerifyFix<RelatedDeletesAnalyzer, RelatedDeletesFixer>.RepairsAsync($"{DeleteCode.Usings}{before}\n{DeleteCode.Model}", $"{DeleteCode.Usings}{after}\n{DeleteCode.Model}");
}
