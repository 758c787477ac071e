using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Taint.Lattice;

/// <summary>
/// Where a value comes from. Symbolic origins are kept as they are, so that one run over a body describes it for every caller; the call
/// (<c>../Summaries</c>) or the query (<c>../Query</c>) replaces them.
/// </summary>
internal abstract record Origin;

/// <summary>The value comes from a source.</summary>
/// <param name="Kind">One kind.</param>
/// <param name="Description">For the message: <c>'name' from the query string</c>.</param>
/// <param name="Location">The expression or declaration that is the source.</param>
internal sealed record SourceOrigin(SourceKinds Kind, string Description, Location Location) : Origin;

/// <summary>The value is what something outside of the body held when the body began, or a member of it.</summary>
/// <param name="Root">
/// A parameter, a captured variable, a static field or property; or, for the instance that a body runs on, the member whose body it is.
/// </param>
/// <param name="Path">The members that were read from it; null for the thing itself.</param>
internal sealed record SymbolicOrigin(ISymbol Root, AccessPath? Path) : Origin
{
    /// <summary>Whether this is the instance that a body runs on, or something in it.</summary>
    public bool IsInstance => Root is IMethodSymbol || (Root is IFieldSymbol or IPropertySymbol or IEventSymbol && !Root.IsStatic);

    public bool Equals(SymbolicOrigin? other) =>
        other is not null && (ReferenceEquals(this, other) || (Equals(Path, other.Path) && SymbolEqualityComparer.Default.Equals(Root, other.Root)));

    public override int GetHashCode() => unchecked((SymbolEqualityComparer.Default.GetHashCode(Root) * 397) ^ (Path?.GetHashCode() ?? 0));
}
