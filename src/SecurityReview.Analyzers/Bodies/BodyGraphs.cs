using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SecurityReview.Analyzers.Flow;

namespace SecurityReview.Analyzers.Bodies;

/// <summary>The control flow graphs of bodies, made when a rule first asks and kept as long as the operations that they are made of.</summary>
internal sealed class BodyGraphs
{
    private readonly ConditionalWeakTable<IOperation, ControlFlowGraph> _graphs = new();

    private BodyGraphs()
    {
    }

    public static BodyGraphs Of(KnownTypes types) => types.Fact(static _ => new BodyGraphs());

    /// <summary>The graph of the outermost body around an operation.</summary>
    public ControlFlowGraph Around(IOperation operation, CancellationToken cancellation)
    {
        var root = operation;
        while (root.Parent is { } parent)
            root = parent;
        return _graphs.GetValue(root, key => FunctionBody.WholeGraphOf(key, cancellation) ?? throw new InvalidOperationException($"'{key.Kind}' is no body."));
    }
}
