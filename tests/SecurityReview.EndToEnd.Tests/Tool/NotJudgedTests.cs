using SecurityReview.EndToEnd.Tests.Infrastructure;

namespace SecurityReview.EndToEnd.Tests.Tool;

/// <summary>What could not be judged is told in a section of its own, whatever severities were asked for; it is no finding.</summary>
public sealed class NotJudgedTests
{
    [Fact]
    public async Task PlaceThatWasTooMuchToFollow_IsListed()
    {
        using var folder = new TemporaryFolder();
        ReviewedCode.Library(
            folder,
            "Shop",
            """
            using System.Data.Common;
            namespace Shop;
            public static class Store
            {
                public static void Find(DbCommand command, string column) => command.CommandText = "SELECT " + column;
            }
            public static class Callers
            {

            """ + string.Concat(Enumerable.Range(0, 201).Select(i => $"    internal static void M{i}(DbCommand command, string text) => Store.Find(command, text + {i});\n")) + "}\n");

        var report = (await ToolRun.ReviewAsync(folder.Path, "--severity", "warning")).ExitsWith(0).Output;

        Assert.Contains("Not judged", report, StringComparison.Ordinal);
        Assert.Contains("Shop/Order.cs:5:88", report, StringComparison.Ordinal);
        Assert.Contains("'Store.Find(DbCommand, string)' is called from too many places", string.Join(' ', report.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains("1 place could not be judged", report, StringComparison.Ordinal);
        var review = await ToolRun.JsonAsync(folder.Path, 0);
        Assert.Equal(1, review.GetProperty("notJudged").GetInt32());
        // The column is still a name that nobody vouches for.
        Assert.Equal(["SECR1004", "SECR9002"], ToolRun.Findings(review).Select(finding => finding.GetProperty("rule").GetString()));
    }
}
