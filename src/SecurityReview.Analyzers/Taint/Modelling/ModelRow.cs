using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Taint.Modelling;

/// <summary>One fact about one symbol, as a line of a model file says it.</summary>
/// <param name="Kind">The kind of source or sink: <c>remote</c>, <c>sql</c>, <c>text</c> …</param>
/// <param name="Role">What the row says.</param>
/// <param name="Symbol">The symbol or symbols it speaks of.</param>
/// <param name="Places">For sources, sinks, sanitizers: where; <c>return</c>, <c>value</c>, <c>this</c> or parameter names.</param>
/// <param name="Flows">For propagators: from where to where.</param>
/// <param name="Description">For sources: what it is, for the message (<c>the query string</c>).</param>
internal sealed record ModelRow(
    string Kind, ModelRole Role, ModelSymbol Symbol, ImmutableArray<string> Places, ImmutableArray<ModelFlow> Flows, string Description);
