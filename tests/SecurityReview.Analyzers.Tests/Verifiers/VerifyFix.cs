using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace SecurityReview.Analyzers.Tests.Verifiers;

/// <summary>
/// Runs one analyzer and its fixer: the marked finding is repaired to the expected text, one by one and by Fix All at document,
/// project and solution scope; the result compiles and the finding is gone (unless marked in the fixed text).
/// </summary>
internal static class VerifyFix<TAnalyzer, TFixer>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFixer : CodeFixProvider, new()
{
    /// <summary>The default repair.</summary>
    public static Task RepairsAsync(string markedSource, string fixedSource, Setting? setting = null) =>
        RunAsync(markedSource, fixedSource, key: null, setting ?? Setting.Default);

    /// <summary>The repair with an equivalence key.</summary>
    public static Task RepairsAsync(string key, string markedSource, string fixedSource, Setting? setting = null) =>
        RunAsync(markedSource, fixedSource, key, setting ?? Setting.Default);

    /// <summary>The finding is reported and no repair is offered for it.</summary>
    public static Task OffersNothingAsync(string markedSource, Setting? setting = null) =>
        RunAsync(markedSource, markedSource, key: null, setting ?? Setting.Default);

    private static async Task RunAsync(string markedSource, string fixedSource, string? key, Setting setting)
    {
        var test = new CSharpCodeFixTest<TAnalyzer, TFixer, DefaultVerifier>
        {
            TestCode = markedSource,
            FixedCode = fixedSource,
            CodeActionEquivalenceKey = key,
        };
        if (key is null)
            test.CodeActionIndex = 0;
        TestSetup.Configure(test, test.TestState, setting);
        TestSetup.Fill(test.FixedState, setting with { AdditionalFiles = [] });
        test.FixedState.AdditionalReferences.Clear();
        test.FixedState.AnalyzerConfigFiles.Clear();
        await test.RunAsync();
    }
}
