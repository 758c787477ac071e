using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecurityReview.Analyzers.Flow;

/// <summary>The innermost function around an operation: its operations without those of functions nested in it, and its graph.</summary>
internal static class FunctionBody
{
    /// <summary>The lambda, local function or outermost block that runs the operation.</summary>
    public static IOperation Of(IOperation operation)
    {
        var current = operation;
        while (current.Parent is { } parent && current is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            current = parent;
        return current;
    }

    /// <summary>Whether a lambda runs the operation.</summary>
    public static bool IsInLambda(IOperation operation) => Of(operation) is IAnonymousFunctionOperation;

    /// <summary>The same as a symbol; null where code of the outermost member runs it and that is no method.</summary>
    /// <param name="member">The outermost member, for the code of its own.</param>
    public static IMethodSymbol? SymbolOf(IOperation operation, ISymbol member) => Of(operation) switch
    {
        IAnonymousFunctionOperation lambda => lambda.Symbol,
        ILocalFunctionOperation local => local.Symbol,
        _ => member as IMethodSymbol,
    };

    /// <summary>All operations of a function in source order, without those of nested functions.</summary>
    public static IEnumerable<IOperation> Operations(IOperation function)
    {
        var pending = new Stack<IOperation>();
        pending.Push(function);
        while (pending.Count > 0)
        {
            var current = pending.Pop();
            yield return current;
            if (current is IAnonymousFunctionOperation or ILocalFunctionOperation && !ReferenceEquals(current, function))
                continue;
            foreach (var child in current.ChildOperations.Reverse())
                pending.Push(child);
        }
    }

    /// <summary>The graph of a whole operation tree, by its root; null where the root is no body that has one.</summary>
    public static ControlFlowGraph? WholeGraphOf(IOperation root, CancellationToken cancellation) => root is { Parent: null } ? root switch
    {
        IBlockOperation block => ControlFlowGraph.Create(block, cancellation),
        IMethodBodyOperation method => ControlFlowGraph.Create(method, cancellation),
        IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor, cancellation),
        IFieldInitializerOperation field => ControlFlowGraph.Create(field, cancellation),
        IPropertyInitializerOperation property => ControlFlowGraph.Create(property, cancellation),
        IParameterInitializerOperation parameter => ControlFlowGraph.Create(parameter, cancellation),
        IAttributeOperation attribute => ControlFlowGraph.Create(attribute, cancellation),
        _ => null,
    } : null;

    /// <summary>
    /// The graph of the function, found from the graph of the outermost body; null for lambdas that are data (expression trees in
    /// places the graph does not show) and for code that has no graph.
    /// </summary>
    public static ControlFlowGraph? GraphOf(IOperation function, ControlFlowGraph outermost, CancellationToken cancellation)
    {
        var nesting = new Stack<IOperation>();
        for (var current = function; current is not null; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation or ILocalFunctionOperation)
                nesting.Push(current);
        }

        ControlFlowGraph? graph = outermost;
        while (graph is not null && nesting.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            graph = nesting.Pop() switch
            {
                ILocalFunctionOperation local => graph.LocalFunctions.Contains(local.Symbol, SymbolEqualityComparer.Default)
                    ? graph.GetLocalFunctionControlFlowGraph(local.Symbol, cancellation)
                    : null,
                var lambda => OfLambda(graph, lambda.Syntax, cancellation),
            };
        }

        return graph;
    }

    private static ControlFlowGraph? OfLambda(ControlFlowGraph graph, SyntaxNode syntax, CancellationToken cancellation)
    {
        foreach (var block in graph.Blocks)
        {
            foreach (var operation in block.AllOperations())
            {
                if (operation is IFlowAnonymousFunctionOperation flow && flow.Syntax == syntax)
                    return graph.GetAnonymousFunctionControlFlowGraph(flow, cancellation);
            }
        }

        return null;
    }
}
