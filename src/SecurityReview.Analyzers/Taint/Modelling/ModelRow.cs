using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.Analyzers.Taint.Modelling;

/// <summary>One fact about one symbol, as a line of a model file says it.</summary>
/// <param name="Kind">The kind of source or sink: <c>remote</c>, <c>sql</c>, <c>text</c> …</param>
/// <param name="Role">What the row says.</param>
/// <param name="Symbol">The symbol or symbols it speaks of.</param>
/// <param name="Places">For all roles but propagators: where.</param>
/// <param name="Flows">For propagators: from where to where.</param>
/// <param name="Description">For sources: what it is, for the message (<c>the query string</c>).</param>
/// <param name="Span">Where the row stands in its file.</param>
internal sealed record ModelRow(
    string Kind, ModelRole Role, ModelSymbol Symbol, ImmutableArray<ModelPlace> Places, ImmutableArray<ModelFlow> Flows, string Description, TextSpan Span);
