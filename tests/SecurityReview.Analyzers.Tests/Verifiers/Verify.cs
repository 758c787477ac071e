using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace SecurityReview.Analyzers.Tests.Verifiers;

/// <summary>
/// Runs one analyzer over one source. <c>[|…|]</c> marks a finding, <c>{|#0:…|}</c> one whose message is compared; code without marks
/// must stay silent. An exception in the analyzer fails the test.
/// </summary>
internal static class Verify<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    public static Task ReportsAsync(string markedSource, params DiagnosticResult[] expected) =>
        RunAsync(markedSource, Setting.Default, expected, mayBeSilent: false);

    public static Task ReportsAsync(string markedSource, Setting setting, params DiagnosticResult[] expected) =>
        RunAsync(markedSource, setting, expected, mayBeSilent: false);

    public static Task IsSilentAsync(string source, Setting? setting = null) =>
        RunAsync(source, setting ?? Setting.Default, [], mayBeSilent: true);

    /// <summary>Half-typed code: whatever is found, the analyzer must not throw.</summary>
    public static async Task RunsAsync(string source, Setting? setting = null)
    {
        await FindingsAsync(source, setting);
    }

    /// <summary>All findings of a source, without comparing them; an exception in the analyzer fails the test.</summary>
    public static async Task<ImmutableArray<Diagnostic>> FindingsAsync(string source, Setting? setting = null)
    {
        var compilation = Compilations.Create(source, setting ?? Setting.Default);
        var findings = await compilation.WithAnalyzers([new TAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(findings, finding => finding.Id == "AD0001");
        return findings;
    }

    private static async Task RunAsync(string source, Setting setting, DiagnosticResult[] expected, bool mayBeSilent)
    {
        var marked = source.Contains("[|", StringComparison.Ordinal) || source.Contains("{|", StringComparison.Ordinal) || expected.Length > 0;
        Assert.True(marked != mayBeSilent, mayBeSilent ? "A silent test has no marks." : "A reporting test has marks.");
        var test = new CSharpAnalyzerTest<TAnalyzer, DefaultVerifier> { TestCode = source };
        TestSetup.Configure(test, test.TestState, setting);
        test.TestState.ExpectedDiagnostics.AddRange(expected);
        await test.RunAsync();
    }
}
