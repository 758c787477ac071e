using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SecurityReview.EndToEnd.Tests.Tool.Reviewing;

/// <summary>Throws whatever it is asked.</summary>
internal sealed class FailingFixer : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [FailingAnalyzer.Id];

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => throw new NotSupportedException("no fix today");
}
