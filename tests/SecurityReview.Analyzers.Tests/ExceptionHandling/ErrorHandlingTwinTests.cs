using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Tests.Verifiers;
using RuleSet = SecurityReview.Analyzers.Tests.Repository.RuleSet;

namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

/// <summary>
/// One web application twice, in <c>samples</c>: with handler, middleware, filters and exception types written the recommended way, where every rule of the family is
/// silent, and in a hurry, where each reports at the lines that are marked with its id.
/// </summary>
public partial class ErrorHandlingTwinTests
{
    private const string Recommended = "ErrorHandling";
    private const string Careless = "ErrorHandling.Careless";

    [Fact]
    public async Task RecommendedTwin_IsSilent() => Assert.Empty(await FindingsAsync(TreesOf(Recommended)));

    [Fact]
    public async Task CarelessTwin_ReportsAtTheMarks()
    {
        var trees = TreesOf(Careless);
        Assert.Equal(trees.SelectMany(Marks).Order(StringComparer.Ordinal), await FindingsAsync(trees));
    }

    [Fact]
    public void CarelessTwin_HasEveryRule()
    {
        var rules = Descriptors.All.Select(static descriptor => descriptor.Id).Where(static id => Descriptors.FamilyOf(id) == RuleFamily.ExceptionHandling);
        Assert.Equal(rules, TreesOf(Careless).SelectMany(Marks).Select(static mark => mark.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal));
    }

    private static List<SyntaxTree> TreesOf(string sample) =>
        [.. SampleSources.FilesOf(sample).Select(static file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: Path.GetFileName(file)))];

    /// <summary>The findings of the family as "id file line".</summary>
    private static async Task<IEnumerable<string>> FindingsAsync(IEnumerable<SyntaxTree> trees)
    {
        var compilation = Compilations.Create(SampleSources.ImplicitUsings, Setting.Program).AddSyntaxTrees(trees);
        Assert.Empty(compilation.GetDiagnostics().Where(static item => item.Severity == DiagnosticSeverity.Error));
        var analyzers = RuleSet.Analyzers.Where(static analyzer => analyzer.SupportedDiagnostics.Any(static descriptor => Descriptors.FamilyOf(descriptor.Id) == RuleFamily.ExceptionHandling));
        var findings = await compilation.WithAnalyzers([.. analyzers]).GetAnalyzerDiagnosticsAsync();
        return findings.Select(static finding => Place(finding.Id, finding.Location.SourceTree!, finding.Location.GetLineSpan().StartLinePosition.Line)).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Marks(SyntaxTree tree) =>
        from line in tree.GetText().Lines
        let mark = Mark().Match(line.ToString())
        where mark.Success
        select Place(mark.Groups["id"].Value, tree, line.LineNumber);

    private static string Place(string id, SyntaxTree tree, int line) => string.Create(CultureInfo.InvariantCulture, $"{id} {tree.FilePath} {line + 1}");

    [GeneratedRegex("// (?<id>SECR[0-9]{4})$")]
    private static partial Regex Mark();
}
