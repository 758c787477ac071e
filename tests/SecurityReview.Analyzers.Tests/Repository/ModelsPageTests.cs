using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;
using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Repository;

/// <summary>The page about models says what the parser accepts, and its main example does what it says.</summary>
public partial class ModelsPageTests
{
    /// <summary>The code that the main example speaks of.</summary>
    private const string Shop = """
        namespace Shop
        {
            public static class Queue { public static string Next() => ""; }
            public static class Store { public static void RunAsync(string sql) { } }
            public static class Quote { public static string Name(string name) => "[" + name + "]"; }
            public static class Envelope { public static string Open(string letter) => letter; }
        }

        """;

    private static readonly string s_page = File.ReadAllText(Path.Combine(TestReferences.RepositoryRoot, "docs", "models.md")).Replace("\r\n", "\n", StringComparison.Ordinal);

    [Fact]
    public void EveryExampleRow_IsUnderstood()
    {
        foreach (var block in Blocks("models"))
        {
            var file = ModelParser.Parse(SourceText.From(block));
            Assert.Empty(file.Problems);
            Assert.NotEmpty(file.Rows);
        }
    }

    [Fact]
    public Task MainExample_ReportsWhereItSays()
    {
        var marked = SayingLine().Replace(Blocks("csharp").First(), "${call}[|${text}|]);");
        return Verify<SqlInjectionAnalyzer>.ReportsAsync(
            $"{Shop}public class Example\n{{\n    public void Run()\n    {{\n{marked}\n    }}\n}}\n",
            Setting.Default with { AdditionalFiles = [("/SecurityReview.Models.Shop.txt", Blocks("models").First())] });
    }

    [Fact]
    public void EveryRoleAndKind_StandsOnThePage()
    {
        Assert.All(RoleGrammar.Names, role => Assert.Contains($"### {role}\n", s_page, StringComparison.Ordinal));
        Assert.All(SourceKindNames.All.Concat(SinkKindNames.All), kind => Assert.Contains($"`{kind}`", s_page, StringComparison.Ordinal));
    }

    [Fact]
    public void ErrorExample_IsWhatTheParserSays()
    {
        var example = Blocks("text").Single(block => block.Contains("SECR9001", StringComparison.Ordinal)).TrimEnd();
        var problem = Assert.Single(ModelParser.Parse(SourceText.From("sql     drain      M:Shop.Store.Run*             sql")).Problems);
        Assert.EndsWith($"({5},{problem.Span.Start + 1}): warning SECR9001: {problem.Message}", example, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Blocks(string language) =>
        Fence().Matches(s_page).Where(block => block.Groups["language"].Value == language).Select(block => block.Groups["content"].Value);

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<content>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^(?<call>\S+\()(?<text>.*)\); *// SECR1001$", RegexOptions.Multiline)]
    private static partial Regex SayingLine();
}
