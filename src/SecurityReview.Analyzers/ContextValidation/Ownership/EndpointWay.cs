using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Taint.Query;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>A way from an endpoint to a look-up on which nothing asks whose the object is.</summary>
/// <param name="Endpoint">Where it begins.</param>
/// <param name="Kind">How a remote caller reaches that.</param>
/// <param name="Flow">How the id gets there.</param>
internal sealed record EndpointWay(IMethodSymbol Endpoint, EndpointKind Kind, TaintFlow Flow)
{
    /// <summary>Who chose the id, as a part of a sentence.</summary>
    public string Source => InSentence(Flow.Source.Description);

    /// <summary>A description as a part of a sentence.</summary>
    public static string InSentence(string description) => char.ToLowerInvariant(description[0]) + description.Substring(1);
}
