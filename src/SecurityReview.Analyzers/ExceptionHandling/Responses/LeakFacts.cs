using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ExceptionHandling.Responses;

/// <summary>What the fix of a leaking response needs to know, as properties of the finding.</summary>
internal static class LeakFacts
{
    /// <summary>The spans of the expressions that bring the detail in.</summary>
    public const string Places = "Places";

    public static ImmutableDictionary<string, string?> Of(IEnumerable<IOperation> places) =>
        ImmutableDictionary<string, string?>.Empty.Add(Places, SpanList.Format(places.Select(place => place.Syntax.Span).Distinct().OrderBy(span => span.Start)));
}
