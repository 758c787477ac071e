using System.Text.Json;
using SecurityReview.EndToEnd.Tests.Infrastructure;

namespace SecurityReview.EndToEnd.Tests.Tool;

/// <summary>The ledger: everything that the code leaves open, with its age where the folder is a git checkout.</summary>
public sealed class LedgerTests
{
    private const string Code =
        """
        namespace Shop;

        // TODO(ann, SHOP-12, 2999-01-31): find a better name
        public class Order
        {
            // TODO(2020-01-31): remove the old total
            public int Total { get; set; }

            // FIXME(ann): the password is logged
            public string Log { get; set; } = "";

            // HACK slow
            public int Slow { get; set; }

            // TODO(owner): describe
            public bool CanEdit(string user) => true;

            public bool CanDelete(string user) => throw new System.NotImplementedException();

            public int Count() => throw new System.NotImplementedException();

        #pragma warning disable CA2100
            public string Sql { get; set; } = "";
        #pragma warning restore CA2100
        }
        """;

    [Fact]
    public async Task Json_HasEveryDebtInItsGroup()
    {
        using var folder = new TemporaryFolder();
        ReviewedCode.Library(folder, "Shop", Code, "net10.0;netstandard2.0");
        ReviewedCode.Library(folder, "Clean", ReviewedCode.Clean);
        ReviewedCode.Solution(folder, "All.slnx", "Shop/Shop.csproj", "Clean/Clean.csproj");

        var ledger = (await ToolRun.JsonAsync(folder.Path, 1, "--ledger")).GetProperty("ledger");

        Assert.Equal(8, ledger.GetProperty("count").GetInt32());
        Assert.Equal(
            ["Expired 6", "Security 9", "Disabled 16", "Undecided 18", "Suppressed 22", "Untracked 12", "Unfilled 15", "Tracked 3"],
            Entries(ledger).Select(entry => $"{entry.State} {entry.Json.GetProperty("location").GetProperty("line").GetInt32()}"));
        var tracked = Entries(ledger)[^1].Json;
        Assert.Equal(
            ["TODO", "find a better name", "ann", "SHOP-12", "2999-01-31"],
            new[] { "tag", "text", "owner", "ticket", "due" }.Select(name => tracked.GetProperty(name).GetString()));
        Assert.Equal(["Shop(net10.0)", "Shop(netstandard2.0)"], tracked.GetProperty("projects").EnumerateArray().Select(project => project.GetString()));
        var unfilled = Entries(ledger)[^2].Json;
        Assert.Equal("owner", Assert.Single(unfilled.GetProperty("unfilled").EnumerateArray()).GetString());
        Assert.Equal(JsonValueKind.Null, unfilled.GetProperty("owner").ValueKind);
    }

    [Fact]
    public async Task FolderThatIsNoCheckout_IsSaidSo()
    {
        using var folder = new TemporaryFolder();
        ReviewedCode.Library(folder, "Shop", ReviewedCode.WithTodo);

        var ledger = (await ToolRun.JsonAsync(folder.Path, 0, "--ledger")).GetProperty("ledger");
        var text = (await ToolRun.ReviewAsync(folder.Path, "--ledger", "--no-restore")).ExitsWith(0);

        Assert.Equal(JsonValueKind.Null, Assert.Single(Entries(ledger)).Json.GetProperty("age").ValueKind);
        Assert.Contains("The age of the debts is not known: the folder is no git checkout", Assert.Single(ledger.GetProperty("notes").EnumerateArray()).GetString(), StringComparison.Ordinal);
        Assert.Contains("no git checkout", text.Output, StringComparison.Ordinal);
        Assert.Matches("Owned by nobody \\(1\\)\n    Place +What\n    Shop/Order.cs:3  TODO: find a better name\n", text.Output);
    }

    [Fact]
    public async Task Checkout_GivesTheAgeOfEachLine()
    {
        using var folder = new TemporaryFolder();
        ReviewedCode.Library(folder, "Shop", "// TODO: old one\npublic class Order;\n");
        await GitAsync(folder, "init", "-q");
        await GitAsync(folder, "add", "-A");
        await CommitAsync(folder, DateTimeOffset.UtcNow.AddDays(-400.5));
        folder.Write("Shop/Order.cs", "// TODO: new one\npublic class Item;\n// TODO: old one\npublic class Order;\n");
        await GitAsync(folder, "add", "-A");
        await CommitAsync(folder, DateTimeOffset.UtcNow.AddDays(-1.5));
        folder.Write("Shop/Order.cs", "// TODO: new one\npublic class Item;\n// TODO: old one\npublic class Order;\n// TODO: newest\n");

        var ledger = (await ToolRun.JsonAsync(folder.Path, 0, "--ledger")).GetProperty("ledger");
        var text = (await ToolRun.ReviewAsync(folder.Path, "--ledger", "--no-restore")).ExitsWith(0);

        var entries = Entries(ledger);
        Assert.Equal(["old one", "new one", "newest"], entries.Select(entry => entry.Json.GetProperty("text").GetString()));
        Assert.Equal(400, entries[0].Json.GetProperty("age").GetProperty("days").GetInt32());
        Assert.Equal("Ann", entries[0].Json.GetProperty("age").GetProperty("author").GetString());
        Assert.Equal(1, entries[1].Json.GetProperty("age").GetProperty("days").GetInt32());
        Assert.Equal(JsonValueKind.Null, entries[2].Json.GetProperty("age").ValueKind);
        Assert.Contains("not committed yet", Assert.Single(ledger.GetProperty("notes").EnumerateArray()).GetString(), StringComparison.Ordinal);
        Assert.Matches("    400 days  Shop/Order.cs:3  TODO: old one\n    1 day     Shop/Order.cs:1  TODO: new one\n              Shop/Order.cs:5  TODO: newest\n", text.Output);
    }

    [Fact]
    public async Task WithoutTheOption_ThereIsNoLedger()
    {
        using var folder = new TemporaryFolder();
        ReviewedCode.Library(folder, "Shop", ReviewedCode.WithTodo);

        Assert.False((await ToolRun.JsonAsync(folder.Path, 0)).TryGetProperty("ledger", out _));
    }

    [Fact]
    public async Task CodeWithoutDebts_IsSaidSo()
    {
        using var folder = new TemporaryFolder();
        ReviewedCode.Library(folder, "Shop", ReviewedCode.Clean);

        var run = (await ToolRun.ReviewAsync(folder.Path, "--ledger")).ExitsWith(0);

        Assert.Matches("Debt ledger ─+ 0 entries\n  The code leaves nothing open that it says.\n", run.Output);
    }

    [Fact]
    public async Task Sarif_CarriesTheLedger()
    {
        using var folder = new TemporaryFolder();
        ReviewedCode.Library(folder, "Shop", ReviewedCode.WithTodo);

        var run = (await ToolRun.ReviewAsync(folder.Path, "--ledger", "--format", "sarif")).ExitsWith(0);

        var log = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(1, log.GetProperty("runs")[0].GetProperty("properties").GetProperty("ledger").GetProperty("count").GetInt32());
    }

    private static List<(string? State, JsonElement Json)> Entries(JsonElement ledger) =>
        [.. ledger.GetProperty("groups").EnumerateArray().SelectMany(group => group.GetProperty("entries").EnumerateArray().Select(entry => (group.GetProperty("state").GetString(), entry)))];

    private static Task CommitAsync(TemporaryFolder folder, DateTimeOffset at) =>
        GitAsync(folder, "-c", "user.name=Ann", "-c", "user.email=ann@example.org", "commit", "-q", "-m", "x", $"--date=@{at.ToUnixTimeSeconds()} +0000");

    private static async Task GitAsync(TemporaryFolder folder, params string[] arguments) =>
        (await ProcessRun.RunAsync("git", folder.Path, arguments)).ExitsWith(0);
}
