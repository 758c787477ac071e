using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.ContextValidation;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.ContextValidation.Authorization;

/// <summary>
/// Whole programs in the styles of many authors, judged by all rules about the authorization of endpoints at once: a line that ends in <c>// SECR3003</c> is reported there, all others
/// are not.
/// </summary>
internal static class ReviewedProgram
{
    private static readonly string[] s_rules = [RuleIds.UndecidedEndpoint, RuleIds.IneffectiveAuthorization];

    public static Task IsAProgramAsync(string source) => JudgeAsync(source, Setting.Program);

    public static Task IsALibraryAsync(string source) => JudgeAsync(source, Setting.Default);

    public static async Task JudgeAsync(string source, Setting setting)
    {
        var compilation = Compilations.Create(source, setting);
        Assert.Empty(compilation.GetDiagnostics().Where(static item => item.Severity == DiagnosticSeverity.Error));
        ImmutableArray<DiagnosticAnalyzer> analyzers = [new UndecidedEndpointAnalyzer(), new IneffectiveAuthorizationAnalyzer()];
        var findings = await compilation.WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync();
        var lines = source.ReplaceLineEndings("\n").Split('\n');
        var expected = lines.SelectMany((line, number) => s_rules.Where(rule => line.Contains("// ", StringComparison.Ordinal) && line[line.LastIndexOf("// ", StringComparison.Ordinal)..].Contains(rule, StringComparison.Ordinal)).Select(rule => $"{rule} {line.Trim()}"));
        var reported = findings.OrderBy(static finding => finding.Location.SourceSpan.Start).Select(finding => $"{finding.Id} {lines[finding.Location.GetLineSpan().StartLinePosition.Line].Trim()}");
        Assert.Equal(expected, reported);
    }
}
