using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SecurityReview.Analyzers.Bodies;

/// <summary>
/// What a rule is told of one operation: as the driver's own context, which only the driver may make. There is one per rule and operation, so it allocates nothing.
/// </summary>
internal readonly struct OperationContext
{
    private readonly Action<Diagnostic> _report;
    private readonly BodyGraphs _graphs;

    public OperationContext(
        IOperation operation, ISymbol member, Compilation compilation, AnalyzerOptions options, Action<Diagnostic> report, BodyGraphs graphs, CancellationToken cancellation) =>
        (Operation, ContainingSymbol, Compilation, Options, _report, _graphs, CancellationToken) =
        (operation, member, compilation, options, report, graphs, cancellation);

    public IOperation Operation { get; }

    /// <summary>The member whose code the operation is.</summary>
    public ISymbol ContainingSymbol { get; }

    public Compilation Compilation { get; }

    public AnalyzerOptions Options { get; }

    public CancellationToken CancellationToken { get; }

    public void ReportDiagnostic(Diagnostic diagnostic) => _report(diagnostic);

    /// <summary>The graph of the outermost body around the operation; one for all rules.</summary>
    public ControlFlowGraph GetControlFlowGraph() => _graphs.Around(Operation, CancellationToken);
}
