using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Taint.Summaries;

/// <summary>Names a summary.</summary>
/// <param name="Function">The function that it is of.</param>
/// <param name="Knowledge">What was known when it was made; empty for nothing.</param>
/// <param name="Depth">
/// How many of the special summaries that lead to it, itself among them, were asked for with constants that the caller had made: so many fewer can it ask for. 0 where nothing was known.
/// </param>
internal readonly record struct SummaryKey(IMethodSymbol Function, string Knowledge, int Depth)
{
    public bool Equals(SummaryKey other) => Depth == other.Depth && Knowledge == other.Knowledge && SymbolEqualityComparer.Default.Equals(Function, other.Function);

    public override int GetHashCode() =>
        unchecked((((SymbolEqualityComparer.Default.GetHashCode(Function) * 397) ^ StringComparer.Ordinal.GetHashCode(Knowledge)) * 397) ^ Depth);
}
