using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SecurityReview.Analyzers.Bodies;

/// <summary>What a rule is told of one operation: as the driver's own context, which only the driver may make.</summary>
internal readonly struct OperationContext
{
    private readonly Action<Diagnostic> _report;
    private readonly Func<ControlFlowGraph> _graph;

    public OperationContext(IOperation operation, ISymbol member, Compilation compilation, AnalyzerOptions options, Action<Diagnostic> report, Func<ControlFlowGraph> graph, CancellationToken cancellation) =>
        (Operation, ContainingSymbol, Compilation, Options, _report, _graph, CancellationToken) = (operation, member, compilation, options, report, graph, cancellation);

    public IOperation Operation { get; }

    /// <summary>The member whose code the operation is.</summary>
    public ISymbol ContainingSymbol { get; }

    public Compilation Compilation { get; }

    public AnalyzerOptions Options { get; }

    public CancellationToken CancellationToken { get; }

    public static implicit operator OperationContext(OperationAnalysisContext context) => new(
        context.Operation, context.ContainingSymbol, context.Compilation, context.Options, context.ReportDiagnostic, () => context.GetControlFlowGraph(), context.CancellationToken);

    public void ReportDiagnostic(Diagnostic diagnostic) => _report(diagnostic);

    /// <summary>The graph of the outermost body around the operation; one for all rules.</summary>
    public ControlFlowGraph GetControlFlowGraph() => _graph();
}
