using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.CodeFixes.Repairs;

/// <summary>What a fixer needs to plan the repairs of one finding. All of it is of the original document, also during a Fix All.</summary>
/// <param name="Document">The document with the finding.</param>
/// <param name="Root">Its syntax root.</param>
/// <param name="Text">Its text.</param>
/// <param name="Model">Its semantic model.</param>
/// <param name="Diagnostic">The finding; facts from the analyzer are in its properties.</param>
/// <param name="Pass">What the repairs of one run share.</param>
/// <param name="CancellationToken">Stops the planning.</param>
internal sealed record RepairContext(
    Document Document, SyntaxNode Root, SourceText Text, SemanticModel Model, Diagnostic Diagnostic, RepairPass Pass, CancellationToken CancellationToken)
{
    /// <summary>The innermost node at the finding.</summary>
    public SyntaxNode Node => Root.FindNode(Diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);

    /// <summary>The options of the file with the finding.</summary>
    public AnalyzerConfigOptions Options =>
        Document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(Root.SyntaxTree);
}
