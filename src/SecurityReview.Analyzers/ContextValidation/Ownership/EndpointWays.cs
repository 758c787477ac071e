using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Query;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>Looks from a look-up upwards for an endpoint that hands an id of the client's choice down without a check on the way: up to three calls.</summary>
internal sealed class EndpointWays(KnownTypes types, TaintEngine engine, OwnershipChecks checks)
{
    private const int MaximumCalls = 3;

    private readonly EntryPoints _endpoints = EntryPoints.Of(types, engine.Models);
    private readonly EndpointProtection _protection = new(types);
    private readonly RequestSites _requests = new(types);

    /// <summary>The way to a look-up in a function that holds no check itself; null where there is none.</summary>
    /// <param name="ids">The values that say which object is looked up.</param>
    /// <param name="scope">The function.</param>
    /// <param name="subject">The object.</param>
    /// <param name="reads">Whether the object is only read.</param>
    public EndpointWay? To(ImmutableArray<IOperation> ids, FunctionScope scope, CheckedObject subject, bool reads, OwnershipVocabulary vocabulary, CancellationToken cancellation) =>
        To(ids, scope, subject, reads, vocabulary, MaximumCalls, cancellation);

    private EndpointWay? To(ImmutableArray<IOperation> ids, FunctionScope scope, CheckedObject subject, bool reads, OwnershipVocabulary vocabulary, int calls, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (scope is { Endpoint: { } kind, Function: { } endpoint })
            return !_protection.Lets(endpoint, reads, vocabulary, cancellation) && FlowInto(ids, scope, cancellation) is { } flow ? new EndpointWay(endpoint, kind, flow) : null;
        if (calls == 0 || scope.Function is not { } function)
            return null;
        var isGiven = false;
        foreach (var id in ids)
        {
            if (LookupMethods.ParameterIn(id, function) is not { } parameter)
                continue;
            isGiven = true;
            foreach (var (value, site) in Sites(parameter, id, function, scope, cancellation))
            {
                var outer = FunctionScope.Around(site.Call, site.Member, _endpoints);
                var handed = subject.HandedOnAs(value, site.Call.Syntax, vocabulary);
                if (!checks.Hold(outer.Body.DescendantsAndSelf(), handed, vocabulary, cancellation) && To(ImmutableArray.Create(value), outer, handed, reads, vocabulary, calls - 1, cancellation) is { } way)
                    return way;
            }
        }

        // It reads the request itself: a property of a page, the route.
        return !isGiven && FlowInto(ids, scope, cancellation) is { } own ? Above(function, scope, own, subject, reads, vocabulary, calls, cancellation) : null;
    }

    private TaintFlow? FlowInto(ImmutableArray<IOperation> ids, FunctionScope scope, CancellationToken cancellation) =>
        ids.Select(id => engine.FlowInto(id.Syntax, scope.Member, TaintQuery.OfIdentity(types), cancellation)).FirstOrDefault(static flow => flow is not null);

    /// <summary>An endpoint that calls a function without a check.</summary>
    private EndpointWay? Above(IMethodSymbol function, FunctionScope scope, TaintFlow flow, CheckedObject subject, bool reads, OwnershipVocabulary vocabulary, int calls, CancellationToken cancellation)
    {
        foreach (var site in calls == 0 ? ImmutableArray<CallSite>.Empty : CallSites.Of(function, scope.Body, scope.Member, types.Compilation, cancellation))
        {
            var outer = FunctionScope.Around(site.Call, site.Member, _endpoints);
            var operations = outer.Body.DescendantsAndSelf().ToList();
            var held = HeldObject.Of(site.Call, operations);
            if (checks.Hold(operations, subject with { Call = site.Call.Syntax, Texts = held.Names.ToImmutableHashSet(StringComparer.Ordinal) }, vocabulary, cancellation))
                continue;
            if (outer is { Endpoint: { } kind, Function: { } endpoint })
            {
                if (!_protection.Lets(endpoint, reads, vocabulary, cancellation))
                    return new EndpointWay(endpoint, kind, flow);
            }
            else if (outer.Function is { } next && Above(next, outer, flow, subject, reads, vocabulary, calls - 1, cancellation) is { } way)
            {
                return way;
            }
        }

        return null;
    }

    /// <summary>What callers give for a parameter, each with the call.</summary>
    private IEnumerable<(IOperation Value, RequestSite Site)> Sites(IParameterSymbol parameter, IOperation id, IMethodSymbol function, FunctionScope scope, CancellationToken cancellation)
    {
        foreach (var site in CallSites.Of(function, scope.Body, scope.Member, types.Compilation, cancellation))
        {
            if (site.Call.ArgumentFor(parameter.Ordinal) is { ArgumentKind: ArgumentKind.Explicit } argument)
                yield return (argument.Value, new RequestSite(site.Call, site.Member));
        }

        foreach (var request in _requests.Of(function, parameter, id, cancellation))
            yield return request;
    }
}
