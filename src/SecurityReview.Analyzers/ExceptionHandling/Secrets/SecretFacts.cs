using System.Collections.Immutable;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ExceptionHandling.Secrets;

/// <summary>What the fix of a told secret needs to know, as properties of the finding.</summary>
internal static class SecretFacts
{
    /// <summary>The span of the expression that says the secret.</summary>
    public const string Place = "Place";

    public static ImmutableDictionary<string, string?> Of(Secret secret) => ImmutableDictionary<string, string?>.Empty.Add(Place, SpanList.Format([secret.Syntax.Span]));
}
