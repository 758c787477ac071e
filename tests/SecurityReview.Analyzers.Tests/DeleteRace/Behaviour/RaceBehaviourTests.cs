using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.CodeFixes.DeleteRace;

namespace SecurityReview.Analyzers.Tests.DeleteRace.Behaviour;

/// <summary>Two clients on one database: the race before a repair, and its absence after.</summary>
public class RaceBehaviourTests
{
    private const string Taken = "0 vouchers, 1 orders, 2 lines";

    [Fact]
    public async Task IgnoredOutcome_OfAQuery()
    {
        using var code = await RepairedRace.CreateAsync<DeleteOutcomeAnalyzer, DeleteOutcomeFixer>("""
                public async Task<object> Run() => await Redeem(1);

                private async Task<bool> Redeem(int id)
                {
                    await db.Vouchers.Where(voucher => voucher.Id == id).ExecuteDeleteAsync();
                    return true;
                }
            """);
        Equal(["True", "True"], Taken, await code.Before.RaceAsync());
        Equal(["False", "True"], Taken, await code.After.RaceAsync());
    }

    [Fact]
    public async Task IgnoredOutcome_OfSqlText()
    {
        using var code = await RepairedRace.CreateAsync<DeleteOutcomeAnalyzer, DeleteOutcomeFixer>("""
                public async Task<object> Run()
                {
                    await Redeem(1);
                    return "credited";
                }

                private async Task Redeem(int id) => await connection.ExecuteAsync("DELETE FROM Vouchers WHERE Id = @id", new { id });
            """);
        Equal(["credited", "credited"], Taken, await code.Before.RaceAsync());
        Equal(["KeyNotFoundException", "credited"], Taken, await code.After.RaceAsync());
    }

    [Fact]
    public async Task CheckThenAct_OfADelete()
    {
        using var code = await RepairedRace.CreateAsync<CheckThenActAnalyzer, CheckThenActFixer>("""
                public async Task<object> Run()
                {
                    var id = 1;
                    if (!await db.Vouchers.AnyAsync(voucher => voucher.Id == id))
                        return "nothing there";
                    await db.Vouchers.Where(voucher => voucher.Id == id).ExecuteDeleteAsync();
                    return "credited";
                }
            """);
        Equal(["credited", "credited"], Taken, await code.Before.RaceAsync());
        Equal(["credited", "nothing there"], Taken, await code.After.RaceAsync());
    }

    [Fact]
    public async Task CheckThenAct_OfAnInsert()
    {
        using var code = await RepairedRace.CreateAsync<CheckThenActAnalyzer, CheckThenActFixer>("""
                public async Task<object> Run()
                {
                    var code = "two";
                    if (await db.Vouchers.AnyAsync(voucher => voucher.Code == code))
                        return "taken";
                    db.Vouchers.Add(new Voucher { Code = code });
                    await db.SaveChangesAsync();
                    return "made";
                }
            """);
        const string Made = "2 vouchers, 1 orders, 2 lines";
        Equal(["DbUpdateException", "made"], Made, await code.Before.RaceAsync());
        Equal(["made", "taken"], Made, await code.After.RaceAsync());
    }

    [Fact]
    public async Task StubDelete_ThatAnswers()
    {
        using var code = await RepairedRace.CreateAsync<StubDeleteAnalyzer, StubDeleteFixer>("""
                public async Task<object> Run() => await Delete(1);

                private async Task<bool> Delete(int id)
                {
                    db.Vouchers.Remove(new Voucher { Id = id });
                    await db.SaveChangesAsync();
                    return true;
                }
            """);
        Equal(["DbUpdateConcurrencyException", "True"], Taken, await code.Before.RaceAsync());
        Equal(["False", "True"], Taken, await code.After.RaceAsync());
    }

    [Fact]
    public async Task StubDelete_ThatReturnsTheCount()
    {
        using var code = await RepairedRace.CreateAsync<StubDeleteAnalyzer, StubDeleteFixer>("""
                public async Task<object> Run() => await Delete(1);

                private async Task<int> Delete(int id)
                {
                    var voucher = new Voucher { Id = id };
                    db.Attach(voucher);
                    db.Remove(voucher);
                    return await db.SaveChangesAsync();
                }
            """);
        Equal(["1", "DbUpdateConcurrencyException"], Taken, await code.Before.RaceAsync());
        Equal(["0", "1"], Taken, await code.After.RaceAsync());
    }

    [Fact]
    public async Task OneTimeCredential_ThatIsMarked()
    {
        using var code = await RepairedRace.CreateAsync<OneTimeCredentialAnalyzer, OneTimeCredentialFixer>("""
                public async Task<object> Run() => await Redeem("one");

                private async Task<string> Redeem(string code)
                {
                    var voucher = await db.Vouchers.FirstOrDefaultAsync(voucher => voucher.Code == code);
                    if (voucher is null || voucher.Used)
                        return "used already";
                    db.Orders.Add(new Order());
                    voucher.Used = true;
                    await db.SaveChangesAsync();
                    return "ordered";
                }
            """);
        Equal(["ordered", "ordered"], "1 vouchers, 3 orders, 2 lines", await code.Before.RaceAsync());
        Equal(["ordered", "used already"], "1 vouchers, 2 orders, 2 lines", await code.After.RaceAsync());
    }

    [Fact]
    public async Task OneTimeCredential_ThatIsDeleted()
    {
        using var code = await RepairedRace.CreateAsync<OneTimeCredentialAnalyzer, OneTimeCredentialFixer>("""
                public async Task<object> Run() => await Redeem("one");

                private async Task<bool> Redeem(string code)
                {
                    var voucher = await db.Vouchers.SingleOrDefaultAsync(voucher => voucher.Code == code);
                    if (voucher is null)
                        return false;
                    db.Orders.Add(new Order());
                    await db.SaveChangesAsync();
                    await db.Vouchers.Where(row => row.Id == voucher.Id).ExecuteDeleteAsync();
                    return true;
                }
            """);
        Equal(["True", "True"], "0 vouchers, 3 orders, 2 lines", await code.Before.RaceAsync());
        Equal(["False", "True"], "0 vouchers, 2 orders, 2 lines", await code.After.RaceAsync());
    }

    [Fact]
    public async Task RelatedDeletes_SeenByAnother()
    {
        using var code = await RepairedRace.CreateAsync<RelatedDeletesAnalyzer, RelatedDeletesFixer>(TwoDeletes);
        Assert.Equal(("1 vouchers, 1 orders, 0 lines", "1 vouchers, 0 orders, 0 lines"), await code.Before.WatchAsync());
        Assert.Equal(("1 vouchers, 1 orders, 2 lines", "1 vouchers, 0 orders, 0 lines"), await code.After.WatchAsync());
    }

    /// <summary>The other client adds a line only to an order that is there; in between the order is there, and its lines are not deleted again.</summary>
    [Fact]
    public async Task RelatedDeletes_WithALineAddedInBetween()
    {
        const string AddLine = "INSERT INTO Lines (Id, OrderId) SELECT 3, 1 WHERE EXISTS (SELECT 1 FROM Orders WHERE Id = 1)";
        using var code = await RepairedRace.CreateAsync<RelatedDeletesAnalyzer, RelatedDeletesFixer>(TwoDeletes);
        Assert.Equal("1 vouchers, 0 orders, 1 lines", await code.Before.InterfereAsync(AddLine));
        Assert.Equal("1 vouchers, 0 orders, 0 lines", await code.After.InterfereAsync(AddLine));
    }

    [Fact]
    public async Task RelatedDeletes_OfWhichOneFails()
    {
        using var code = await RepairedRace.CreateAsync<RelatedDeletesAnalyzer, RelatedDeletesFixer>(TwoDeletes);
        Assert.Equal("1 vouchers, 1 orders, 0 lines", await code.Before.FailInTheMiddleAsync());
        Assert.Equal("1 vouchers, 1 orders, 2 lines", await code.After.FailInTheMiddleAsync());
    }

    private const string TwoDeletes = """
            public async Task<object> Run() => await Delete(1);

            private async Task<int> Delete(int id)
            {
                await db.Lines.Where(line => line.OrderId == id).ExecuteDeleteAsync();
                return await db.Orders.Where(order => order.Id == id).ExecuteDeleteAsync();
            }
        """;

    private static void Equal(string[] answers, string tables, (string[] Answers, string Tables) actual)
    {
        Assert.Equal(answers, actual.Answers);
        Assert.Equal(tables, actual.Tables);
    }
}
