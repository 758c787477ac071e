using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Summaries;

/// <summary>
/// The delegates that a caller may know: those that it handed over, and the lambdas and local functions around. Of others that a function calls no caller
/// needs to be told, since who asks for the calls of a function looks into the bodies that name it, and they would be told of on every way through the program.
/// </summary>
/// <param name="entry">What the caller knows.</param>
/// <param name="function">The function that is called.</param>
internal sealed class KnownFunctions(AbstractState entry, ISymbol function)
{
    // Most functions call no delegate: nothing is gathered for them.
    private readonly Lazy<HashSet<IMethodSymbol>> _handed = new(() => new HashSet<IMethodSymbol>(HandedIn(entry), SymbolEqualityComparer.Default));

    private readonly ISymbol? _member = function.IsNestedFunction() ? function.MemberAround() : null;

    public bool IsKnown(IMethodSymbol called) =>
        _handed.Value.Contains(called) || (_member is not null && called.IsNestedFunction() && SymbolEqualityComparer.Default.Equals(called.MemberAround(), _member));

    private static IEnumerable<IMethodSymbol> HandedIn(AbstractState entry) =>
        from value in entry.Variables.Select(static pair => pair.Value).Concat(entry.Slots.Select(static slot => slot.Value))
        from handed in value.Objects.OfType<HeapObject.Function>()
        from method in handed.Method.ReducedFrom is { } whole ? new[] { handed.Method, whole } : new[] { handed.Method }
        select method;
}
