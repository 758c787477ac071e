using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SecurityReview.Analyzers.Taint.Calls;

/// <summary>One piece of code that is solved as a whole.</summary>
/// <param name="Symbol">The method, lambda or local function; for an initialiser the field or property.</param>
/// <param name="Member">The member that it stands in, which names the instance that it runs on.</param>
/// <param name="Graph">Its control flow graph.</param>
internal sealed record FunctionUnit(ISymbol Symbol, ISymbol Member, ControlFlowGraph Graph)
{
    /// <summary>Whether a variable belongs to this function or to one within it; anything else is from outside.</summary>
    public bool Owns(ISymbol variable)
    {
        for (var holder = variable.ContainingSymbol; holder is IMethodSymbol or IFieldSymbol or IPropertySymbol; holder = holder.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(holder, Symbol))
                return true;
        }

        return false;
    }
}
