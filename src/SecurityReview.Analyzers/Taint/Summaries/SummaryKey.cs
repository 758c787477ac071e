using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Taint.Summaries;

/// <summary>Names a summary: the function, and what was known when it was made (empty for nothing).</summary>
internal readonly record struct SummaryKey(IMethodSymbol Function, string Knowledge)
{
    public bool Equals(SummaryKey other) => Knowledge == other.Knowledge && SymbolEqualityComparer.Default.Equals(Function, other.Function);

    public override int GetHashCode() => unchecked((SymbolEqualityComparer.Default.GetHashCode(Function) * 397) ^ StringComparer.Ordinal.GetHashCode(Knowledge));
}
