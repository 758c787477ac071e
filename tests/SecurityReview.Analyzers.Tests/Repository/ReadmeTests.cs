using System.Text;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Repository;

/// <summary>The rule table of the README is the descriptors'. Run with <c>UPDATE_DOCS=1</c> to rewrite it.</summary>
public class ReadmeTests
{
    private const string Begin = "<!-- rules: generated from the descriptors; UPDATE_DOCS=1 dotnet test rewrites them -->\n";
    private const string End = "<!-- rules end -->";

    [Fact]
    public void RuleTable_IsTheDescriptors()
    {
        var path = Path.Combine(TestReferences.RepositoryRoot, "README.md");
        var text = File.ReadAllText(path);
        var start = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal);
        Assert.True(start >= 0 && end > start, "The README has no place for the rule table.");
        start += Begin.Length;
        var expected = Table();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(path, text[..start] + expected + text[end..]);
        else
            Assert.Equal(expected, text[start..end]);
    }

    private static string Table()
    {
        var table = new StringBuilder("| Rule | What it finds | CWE | Severity | Fix |\n| --- | --- | --- | --- | --- |\n");
        foreach (var descriptor in Descriptors.All)
        {
            table.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"| [{descriptor.Id}](docs/rules/{descriptor.Id}.md) | {descriptor.Title} | {RuleSet.Weaknesses(descriptor)} | {descriptor.DefaultSeverity} | {(RuleSet.HasFixer(descriptor.Id) ? "yes" : "no")} |\n");
        }

        return table.ToString();
    }
}
