using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Endpoints.Data;

namespace SecurityReview.Analyzers.ContextValidation.Undecided;

/// <summary>Which endpoints change something: by their verb, or, where that does not tell, by what they do.</summary>
internal sealed class StateChanges(KnownTypes types)
{
    private readonly DataUses _data = new(types);

    public bool MadeBy(IMethodSymbol endpoint, EndpointKind kind, CancellationToken cancellation) => kind switch
    {
        EndpointKind.Action => HttpVerbs.OfAction(endpoint) is { IsEmpty: false } verbs ? verbs.Any(HttpVerbs.Changes) : _data.Change(endpoint, cancellation),
        EndpointKind.PageHandler => HttpVerbs.Changes(HttpVerbs.OfPageHandler(endpoint)),
        EndpointKind.HubMethod or EndpointKind.GrpcMethod => _data.Change(endpoint, cancellation),
        _ => false,
    };

    /// <param name="mapping">A <c>Map…</c> call.</param>
    /// <param name="handler">What it maps, where that is a function of the program.</param>
    public bool MadeBy(IInvocationOperation mapping, IMethodSymbol? handler, CancellationToken cancellation) =>
        HttpVerbs.OfMapping(mapping.TargetMethod.Name, mapping) is { } verbs &&
        (verbs.IsEmpty ? handler is not null && _data.Change(handler, cancellation) : verbs.Any(HttpVerbs.Changes));

    /// <summary>Whether an endpoint certainly only reads, whatever its verb: a search that is posted because the question is long.</summary>
    public bool OnlyReads(IMethodSymbol? endpoint, IEnumerable<string> names, CancellationToken cancellation) =>
        EndpointNames.AreOfReading(names) && (endpoint is null || !_data.Change(endpoint, cancellation));
}
