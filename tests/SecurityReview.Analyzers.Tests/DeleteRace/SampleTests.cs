using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Tests.Verifiers;
using RuleSet = SecurityReview.Analyzers.Tests.Repository.RuleSet;

namespace SecurityReview.Analyzers.Tests.DeleteRace;

/// <summary>The sample of forty deletes, marked before the rules were run: the family finds the careless half, and nothing else.</summary>
public class SampleTests
{
    private const string Family = "SECR4";

    [Fact]
    public void Sample_HasFortyDeletes_HalfOfThemCareless()
    {
        var lines = Files().SelectMany(File.ReadLines).ToList();
        Assert.Equal(20, lines.Count(line => line.Contains("// expect " + Family, StringComparison.Ordinal)));
        Assert.Equal(20, lines.Count(line => line.EndsWith("// right", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Findings_AreTheMarkedDeletes()
    {
        var trees = Files().Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: Path.GetFileName(file))).ToList();
        var compilation = Compilations.Create("", Setting.Program).RemoveAllSyntaxTrees().AddSyntaxTrees(trees);
        Assert.Empty(compilation.GetDiagnostics().Where(item => item.Severity == DiagnosticSeverity.Error));
        var findings = await compilation.WithAnalyzers(RuleSet.Analyzers).GetAnalyzerDiagnosticsAsync();

        var reported = findings.Where(finding => finding.Id.StartsWith(Family, StringComparison.Ordinal))
            .Select(finding => $"{finding.Id} {finding.Location.SourceTree!.GetText().Lines[finding.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim()}");
        var marked = from tree in trees
                     from line in tree.GetText().Lines
                     let text = line.ToString()
                     from Match mark in Regex.Matches(text, "// expect (?<id>SECR[0-9]{4})")
                     select $"{mark.Groups["id"].Value} {text.Trim()}";
        Assert.Equal(marked.Order(StringComparer.Ordinal), reported.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Files() => SampleSources.FilesOf("DeleteRace");
}
