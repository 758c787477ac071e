namespace SecurityReview.Analyzers.Tests.Taint.Flows;

/// <summary>The harness sees what is wrong with a twin, so that a flow program that passes says something.</summary>
public class FlowVerdictTests
{
    private const string Good = """
        // A constant.
        public sealed class Store(SqliteConnection connection)
        {
            public int Count() => connection.ExecuteScalar<int>("SELECT COUNT(*) FROM Customers");
        }
        """;

    private const string TwoFiles = """
        // A program of two files, with statements at the top.
        using Microsoft.AspNetCore.Builder;

        var app = WebApplication.Create(args);
        app.MapGet("/", (string name) =>
        {
            using var connection = new SqliteConnection(Settings.Database);
            return connection.ExecuteScalar("SELECT Id FROM Customers WHERE Name = '" + name + "'"); // reported
        });
        app.Run();
        //// file
        public static class Settings
        {
            public const string Database = "Data Source=shop.db";
        }
        """;

    [Fact]
    public async Task MarkedProgramOfTwoFiles_Passes()
    {
        var program = Parse(TwoFiles, Good);

        Assert.Equal(2, program.Bad.Files.Length);
        Assert.Equal([8], program.Bad.Marked);
        Assert.Equal("", (await FlowVerdict.OfAsync(program.Bad)).ToString());
        Assert.True((await FlowVerdict.OfAsync(program.Good)).Passes);
    }

    [Fact]
    public async Task MarkWithoutFinding_IsMissed()
    {
        var verdict = await FlowVerdict.OfAsync(Parse(Good.Replace("\");", "\"); // reported", StringComparison.Ordinal), Good).Bad);

        Assert.Equal("missed: line 4: public int Count() => connection.ExecuteScalar<int>(\"SELECT COUNT(*) FROM Customers\"); // reported", Assert.Single(verdict.Wrong));
    }

    [Fact]
    public async Task FindingWithoutMark_IsInVain()
    {
        var unmarked = TwoFiles.Replace(" // reported", "", StringComparison.Ordinal);
        var verdict = await FlowVerdict.OfAsync(Parse(TwoFiles, unmarked).Good);

        Assert.StartsWith("in vain: line 24: return connection.", Assert.Single(verdict.Wrong), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ErrorOfTheCompiler_BreaksTheTwin()
    {
        var verdict = await FlowVerdict.OfAsync(Parse(TwoFiles, Good.Replace("connection.", "missing.", StringComparison.Ordinal)).Good);

        Assert.Contains("CS0103", Assert.Single(verdict.Broken), StringComparison.Ordinal);
        Assert.False(verdict.Passes);
    }

    private static FlowProgram Parse(string bad, string good) => FlowProgram.Parse("Harness/Program", $"{bad}\n//// good twin\n{good}\n");
}
