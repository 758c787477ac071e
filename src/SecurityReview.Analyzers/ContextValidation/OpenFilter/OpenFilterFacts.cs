using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SecurityReview.Analyzers.ContextValidation.OpenFilter;

/// <summary>What the fix of an open filter needs to know, as properties of the finding.</summary>
internal static class OpenFilterFacts
{
    /// <summary>Whether the test is true for an identity that is there; absent where there is nothing to repair.</summary>
    public const string PresentWhenTrue = "PresentWhenTrue";

    /// <summary>Whether the filter is the model's, where nobody can be refused.</summary>
    public const string IsOfModel = "IsOfModel";

    public static ImmutableDictionary<string, string?> Of(OwnerFilter filter, PresenceTest test) =>
        ImmutableDictionary<string, string?>.Empty
            .Add(PresentWhenTrue, test.PresentWhenTrue ? "true" : "false")
            .Add(IsOfModel, filter.IsOfModel ? "true" : "false");

    public static ImmutableDictionary<string, string?> OfIgnored() => ImmutableDictionary<string, string?>.Empty;

    /// <summary>The name of the called method.</summary>
    public static Location NameOf(IInvocationOperation call) =>
        (call.Syntax as InvocationExpressionSyntax)?.Expression is MemberAccessExpressionSyntax member ? member.Name.GetLocation() : call.Syntax.GetLocation();
}
