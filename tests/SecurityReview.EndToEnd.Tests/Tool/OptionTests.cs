using System.Text.Json;
using SecurityReview.EndToEnd.Tests.Infrastructure;

namespace SecurityReview.EndToEnd.Tests.Tool;

/// <summary>The options of the command, and the settings of the reviewed code.</summary>
public sealed class OptionTests
{
    [Fact]
    public async Task CleanCode_HasSectionsThatSayNothingWasFound()
    {
        using var folder = Shop(ReviewedCode.Clean);

        var run = (await ToolRun.ReviewAsync(folder.Path)).ExitsWith(0);

        Assert.Matches("TODO ─+ 0 findings\n  Nothing found.\n", run.Output);
        Assert.Contains("1 file in 1 project reviewed.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Reviewing Shop", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Reviewing", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggestion_IsListedAndCountsOnlyForItsThreshold()
    {
        using var folder = Shop(ReviewedCode.WithTodo);

        var usual = (await ToolRun.ReviewAsync(folder.Path)).ExitsWith(0);
        var strict = (await ToolRun.ReviewAsync(folder.Path, "--no-restore", "--threshold", "info")).ExitsWith(1);

        Assert.Contains("SECR5001 info", usual.Output, StringComparison.Ordinal);
        Assert.Contains("Shop/Order.cs:3:", usual.Output, StringComparison.Ordinal);
        Assert.Contains("1 finding of severity info or above", strict.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--severity", "warning")]
    [InlineData("--rules", "SECR1001,secr4001")]
    public async Task Filter_LeavesOutTheRest(string option, string value)
    {
        using var folder = Shop(ReviewedCode.WithTodo);

        Assert.Empty(ToolRun.Findings(await ToolRun.JsonAsync(folder.Path, 0, option, value)));
    }

    [Fact]
    public async Task RulesFilter_KeepsItsRuleAndSaysWhatWasNotReviewed()
    {
        using var folder = Shop(ReviewedCode.WithTodo);

        var run = (await ToolRun.ReviewAsync(folder.Path, "--rules", "SECR5001")).ExitsWith(0);

        Assert.Contains("SECR5001 info", run.Output, StringComparison.Ordinal);
        Assert.Matches("Data access ─+ not reviewed\n", run.Output);
    }

    [Theory]
    [InlineData("--rules", "SECR0001", "There is no rule 'SECR0001'")]
    [InlineData("--format", "html", "'html' not recognized")]
    [InlineData("--treshold", "info", "--treshold")]
    public async Task WrongOption_IsNamed(string option, string value, string words)
    {
        using var folder = new TemporaryFolder();

        ToolRun.RefusesClearly(await ToolRun.ReviewAsync(folder.Path, option, value), words, "security-review --help");
    }

    [Fact]
    public async Task OutputFile_HoldsTheReviewAndTheErrorStreamTheResult()
    {
        using var folder = Shop(ReviewedCode.WithTodo);

        var run = (await ToolRun.ReviewAsync(folder.Path, "--format", "sarif", "--output", "shop.sarif")).ExitsWith(0);

        Assert.Empty(run.Output);
        Assert.Contains("1 info. The review is in shop.sarif.", run.Error, StringComparison.Ordinal);
        var log = JsonDocument.Parse(await File.ReadAllTextAsync(folder.At("shop.sarif"))).RootElement;
        Assert.Equal("note", log.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("level").GetString());
    }

    [Fact]
    public async Task OutputInMissingFolder_IsNamedBeforeTheWorkBegins()
    {
        using var folder = Shop(ReviewedCode.WithTodo);

        var run = await ToolRun.ReviewAsync(folder.Path, "--output", "no/such/shop.txt");

        ToolRun.RefusesClearly(run, "no/such/shop.txt");
        Assert.DoesNotContain("Restoring", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SeverityInEditorConfig_Applies()
    {
        using var folder = Shop(ReviewedCode.WithTodo);
        folder.Write(".editorconfig", "[*.cs]\ndotnet_diagnostic.SECR5001.severity = error\n");

        Assert.Equal("error", Assert.Single(ToolRun.Findings(await ToolRun.JsonAsync(folder.Path, 1))).GetProperty("severity").GetString());

        folder.Write(".editorconfig", "[*.cs]\ndotnet_diagnostic.SECR5001.severity = none\n");

        Assert.Empty(ToolRun.Findings(await ToolRun.JsonAsync(folder.Path, 0, "--no-restore")));
    }

    [Fact]
    public async Task WrongValueInEditorConfig_IsAFinding()
    {
        using var folder = Shop(ReviewedCode.Clean);
        folder.Write(".editorconfig", "[*.cs]\nsecurity_review.include_test_projects = perhaps\n");

        var run = (await ToolRun.ReviewAsync(folder.Path)).ExitsWith(1);

        Assert.Contains("Review settings", run.Output, StringComparison.Ordinal);
        Assert.Contains("'perhaps' is no value of the option 'security_review.include_test_projects'", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SuppressedFinding_IsCountedOnly()
    {
        using var folder = Shop("#pragma warning disable SECR5001 // kept as an example\n" + ReviewedCode.WithTodo + "#pragma warning restore SECR5001\n");

        var review = await ToolRun.JsonAsync(folder.Path, 0);

        Assert.Empty(ToolRun.Findings(review));
        Assert.Equal(1, review.GetProperty("summary").GetProperty("suppressed").GetInt32());
    }

    [Fact]
    public async Task FileOfTwoProjectsAndTwoFrameworks_IsListedOnce()
    {
        using var folder = new TemporaryFolder();
        ReviewedCode.Library(folder, "Shop", ReviewedCode.WithTodo, "net10.0;netstandard2.0");
        ReviewedCode.Library(folder, "Store", ReviewedCode.Clean.Replace("Order", "Item", StringComparison.Ordinal), items: """<Compile Include="../Shop/Order.cs" Link="Linked.cs" />""");

        var finding = Assert.Single(ToolRun.Findings(await ToolRun.JsonAsync(folder.Path, 0)));

        Assert.Equal(
            ["Shop(net10.0)", "Shop(netstandard2.0)", "Store"],
            finding.GetProperty("projects").EnumerateArray().Select(project => project.GetString()));
    }

    private static TemporaryFolder Shop(string code)
    {
        var folder = new TemporaryFolder();
        ReviewedCode.Library(folder, "Shop", code);
        return folder;
    }
}
