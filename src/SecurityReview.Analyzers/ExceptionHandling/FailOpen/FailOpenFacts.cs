using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ExceptionHandling.FailOpen;

/// <summary>What the fix of a catch that lets pass needs to know, as properties of the finding.</summary>
internal static class FailOpenFacts
{
    /// <summary>One of <see cref="OpenOutcomeKind"/>.</summary>
    public const string Kind = "Kind";

    /// <summary>The span of the value or call that lets pass; none where nothing in the catch does.</summary>
    public const string Place = "Place";

    /// <summary>The name of the variable or context that decides.</summary>
    public const string Variable = "Variable";

    /// <summary><c>true</c> or <c>false</c>: the answer that refuses.</summary>
    public const string Denial = "Denial";

    public static ImmutableDictionary<string, string?> Of(OpenOutcome outcome) => ImmutableDictionary<string, string?>.Empty
        .Add(Kind, outcome.Kind.ToString())
        .Add(Place, outcome.Place.Syntax is CatchClauseSyntax ? "" : SpanList.Format([outcome.Place.Syntax.Span]))
        .Add(Variable, outcome.Variable?.Name)
        .Add(Denial, outcome.Denial ? "true" : "false");
}
