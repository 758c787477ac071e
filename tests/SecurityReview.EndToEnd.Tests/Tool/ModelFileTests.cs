using System.Text.Json;
using SecurityReview.EndToEnd.Tests.Infrastructure;

namespace SecurityReview.EndToEnd.Tests.Tool;

/// <summary>Model files of the reviewed code: they count without the package, and rows that match nothing are listed.</summary>
public sealed class ModelFileTests
{
    private const string Code = """
        namespace Shop;

        public static class Store
        {
            public static string Next() => "";

            public static void Run(string text) => System.Console.WriteLine(text);

            public static void RunNext() => Run("DELETE FROM Orders WHERE Name = '" + Next() + "'");
        }
        """;

    [Fact]
    public async Task ModelFiles_CountAndRowsThatMatchNothingInAnyProject_AreListed()
    {
        using var folder = new TemporaryFolder();
        const string Shared = """<AdditionalFiles Include="../SecurityReview.Models.Company.txt" />""";
        ReviewedCode.Library(folder, "Shop", Code, items: Shared);
        ReviewedCode.Library(folder, "Store", ReviewedCode.Clean, items: Shared);
        folder.Write("SecurityReview.Models.Company.txt", "# Ours\nremote source M:Shop.Store.Next return\nremote source M:Shop.Stroe.Next return\n");
        folder.Write("Shop/SecurityReview.Models.Own.txt", "sql sink M:Shop.Store.Run text\nsql sink M:Shop.Store.Ran text\nsql sink M:Shop.Store.Run txt\nwrong\n");

        var review = await ToolRun.JsonAsync(folder.Path, 1);
        var log = (await ToolRun.ReviewAsync(folder.Path, "--no-restore", "--format", "sarif")).ExitsWith(1).Output;

        Assert.Equal(
            ["SECR1001 Shop/Order.cs:9", "SECR9001 Shop/SecurityReview.Models.Own.txt:4"],
            ToolRun.Findings(review).Select(finding => $"{finding.GetProperty("rule")} {Line(finding.GetProperty("location"))}"));
        string[] expected =
        [
            "SecurityReview.Models.Company.txt:3 no project has the type 'Shop.Stroe'",
            "Shop/SecurityReview.Models.Own.txt:2 no project has the member 'M:Shop.Store.Ran'",
            "Shop/SecurityReview.Models.Own.txt:3 'M:Shop.Store.Run' has no parameter of the name that the row uses",
        ];
        Assert.Equal(expected, review.GetProperty("unresolvedModelRows").EnumerateArray().Select(row => $"{Line(row.GetProperty("location"))} {row.GetProperty("reason")}"));
        Assert.Contains(
            "2 rows of SecurityReview.Models.Own.txt matched nothing: line 2, no project has the member 'M:Shop.Store.Ran'; line 3, 'M:Shop.Store.Run' has no parameter of the name that the row uses.",
            review.GetProperty("notes").EnumerateArray().Select(note => note.GetString()));
        var notifications = JsonDocument.Parse(log).RootElement.GetProperty("runs")[0].GetProperty("invocations")[0].GetProperty("toolExecutionNotifications").EnumerateArray().ToList();
        Assert.Equal(expected.Length, notifications.Count);
        Assert.All(notifications, notification => Assert.Equal("note", notification.GetProperty("level").GetString()));
        Assert.Empty(SarifSchema.Problems(log));
    }

    private static string Line(JsonElement location) => $"{location.GetProperty("file")}:{location.GetProperty("line")}";
}
