using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecurityReview.Analyzers.Tests.Verifiers;

/// <summary>One Fix All over a solution with a null key, as <c>dotnet format</c> runs it.</summary>
internal static class NullKeyRun<TAnalyzer, TFixer>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFixer : CodeFixProvider, new()
{
    /// <summary>The solution after it.</summary>
    /// <param name="document">Any document of the solution.</param>
    /// <param name="key">The equivalence key, where another action than the default is meant.</param>
    public static async Task<Solution> OverAsync(Document document, string? key = null)
    {
        var fixer = new TFixer();
        var context = new FixAllContext(
            document, fixer, FixAllScope.Solution, codeActionEquivalenceKey: key!, fixer.FixableDiagnosticIds, new FixAllFindings<TAnalyzer>(), CancellationToken.None);
        var action = await fixer.GetFixAllProvider()!.GetFixAsync(context);
        var operations = await action!.GetOperationsAsync(CancellationToken.None);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
    }
}
