using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;

namespace SecurityReview.Analyzers.DeleteRace.Protection;

/// <summary>What stands around an operation and before it, in its function and the functions around that.</summary>
internal static class Surroundings
{
    /// <summary>The operations that contain one, innermost first, with the child on the way; lambdas and local functions are passed.</summary>
    public static IEnumerable<(IOperation Parent, IOperation Child)> Around(IOperation operation)
    {
        for (IOperation? child = operation, parent = operation.Parent; parent is not null; child = parent, parent = parent.Parent)
            yield return (parent, child);
    }

    /// <summary>The operations that start before one: of its function, and of the functions in which that is written.</summary>
    public static IEnumerable<IOperation> Before(IOperation operation)
    {
        for (var function = FunctionBody.Of(operation); ; function = FunctionBody.Of(function.Parent))
        {
            foreach (var other in FunctionBody.Operations(function))
            {
                if (other.Syntax.SpanStart < operation.Syntax.SpanStart || ReferenceEquals(other, function))
                    yield return other;
            }

            if (function.Parent is null)
                yield break;
        }
    }

    /// <summary>Whether every way to an operation passes a place that has a property: its own function, or else all callers of it.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="member">The member around it.</param>
    /// <param name="holds">The property, of an operation and the member around it.</param>
    public static bool HoldsOnEveryWay(IOperation operation, ISymbol member, Func<IOperation, ISymbol, bool> holds, CancellationToken cancellation)
    {
        const int MaximumDepth = 4;
        return Holds(operation, member, MaximumDepth);

        bool Holds(IOperation at, ISymbol inside, int depth)
        {
            if (holds(at, inside))
                return true;
            var function = FunctionBody.Of(at);
            while (function is IAnonymousFunctionOperation && function.Parent is not null)
                function = FunctionBody.Of(function.Parent);
            if (depth == 0 || at.SemanticModel is not { Compilation: var compilation } || FunctionBody.SymbolOf(function, inside) is not { } method)
                return false;
            var sites = CallSites.Of(method, at, inside, compilation, cancellation);
            return !sites.IsEmpty && sites.All(site => Holds(site.Call, site.Member, depth - 1));
        }
    }
}
