using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Tests.Verifiers;
using RuleSet = SecurityReview.Analyzers.Tests.Repository.RuleSet;

namespace SecurityReview.Analyzers.Tests.Corpus;

/// <summary>All rules over programs that were written without looking at the rules: nothing missed, nothing reported in vain.</summary>
public class CorpusTests
{
    /// <summary>Usings that every program has.</summary>
    private const string Shared = "Shared";

    private static readonly string s_root = Path.Combine(TestReferences.RepositoryRoot, "tests", "SecurityReview.Analyzers.Tests", "Corpus");

    /// <summary>Places that the rules judge wrongly today, by id and place, each with the reason.</summary>
    private static readonly (string Place, string Reason)[] s_known =
    [
        ("SECR1001 Misc.cs(155)", "What a lambda given to Select returns is not followed."),
        ("SECR1001 OrdersController.cs(160)", "What a lambda given to Select returns is not followed."),
        ("SECR1001 Misc.cs(221)", "A filter given to Where does not clean the elements that pass it."),
    ];

    public static TheoryData<string> Programs =>
        new(Directory.GetDirectories(s_root).Select(path => Path.GetFileName(path)!).Where(name => name != Shared).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Findings_AreTheMarkedLines(string program)
    {
        var files = new[] { Shared, program }.SelectMany(folder => Directory.GetFiles(Path.Combine(s_root, folder), "*.cs"));
        var trees = files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: Path.GetFileName(file))).ToList();
        var compilation = Compilations.Create("", Setting.Default).RemoveAllSyntaxTrees().AddSyntaxTrees(trees)
            .WithOptions(new CSharpCompilationOptions(trees.Any(IsProgram) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        Assert.Empty(compilation.GetDiagnostics().Where(item => item.Severity == DiagnosticSeverity.Error));
        var findings = await compilation.WithAnalyzers(RuleSet.Analyzers).GetAnalyzerDiagnosticsAsync();

        var reported = findings.Select(finding => Place(finding.Id, finding.Location.SourceTree!, finding.Location.GetLineSpan().StartLinePosition.Line)).ToHashSet();
        var marked = trees.SelectMany(Marks).ToHashSet();
        Assert.Empty(marked.Except(reported).Where(IsUnknown).Select(place => "missed: " + place).Order(StringComparer.Ordinal));
        Assert.Empty(reported.Except(marked).Where(IsUnknown).Select(place => "in vain: " + place).Order(StringComparer.Ordinal));
    }

    private static bool IsProgram(SyntaxTree tree) =>
        Path.GetFileName(tree.FilePath) == "Program.cs";

    private static bool IsUnknown(string place) => !s_known.Any(known => place.Contains(known.Place, StringComparison.Ordinal));

    private static IEnumerable<string> Marks(SyntaxTree tree)
    {
        foreach (var line in tree.GetText().Lines)
        {
            var text = line.ToString();
            foreach (Match mark in Regex.Matches(text, "// (?<where>expect|next) (?<id>SECR[0-9]{4})"))
                yield return Place(mark.Groups["id"].Value, tree, line.LineNumber + (mark.Groups["where"].Value == "next" ? 1 : 0));
        }
    }

    private static string Place(string id, SyntaxTree tree, int line) =>
        string.Create(CultureInfo.InvariantCulture, $"{id} {tree.FilePath}({line + 1}) {tree.GetText().Lines[line].ToString().Trim()}");
}
