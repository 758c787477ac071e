using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SecurityReview.Analyzers.Flow;

namespace SecurityReview.Analyzers.ContextValidation.TakenOwner;

/// <summary>One function as the rule sees it; the graph is made when first asked for.</summary>
internal sealed class FunctionView(IOperation root, Func<ControlFlowGraph?> graph)
{
    private ControlFlowGraph? _graph;

    /// <summary>The lambda, local function or outermost body.</summary>
    public IOperation Root { get; } = root;

    /// <summary>Its operations in source order, without those of nested functions.</summary>
    public IReadOnlyList<IOperation> Operations { get; } = [.. FunctionBody.Operations(root)];

    public ControlFlowGraph? Graph => _graph ??= graph();
}
