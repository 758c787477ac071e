using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Flow;

namespace SecurityReview.Analyzers.DeleteRace.Protection;

/// <summary>Whether a remote caller reaches an operation: its function is an endpoint, or one calls it.</summary>
internal sealed class EndpointPaths(KnownTypes types)
{
    private const int MaximumDepth = 4;

    private readonly EntryPoints _endpoints = EntryPoints.Of(types);

    public bool LeadTo(IOperation operation, ISymbol member, CancellationToken cancellation) => LeadTo(operation, member, MaximumDepth, cancellation);

    private bool LeadTo(IOperation operation, ISymbol member, int depth, CancellationToken cancellation)
    {
        for (var function = FunctionBody.Of(operation); ; function = FunctionBody.Of(function.Parent))
        {
            if (FunctionBody.SymbolOf(function, member) is not { } symbol)
                return false;
            if (_endpoints.KindOf(symbol) is not null)
                return true;
            if (depth > 0 && function is not IAnonymousFunctionOperation
                && CallSites.Of(symbol, operation, member, types.Compilation, cancellation).Any(site => LeadTo(site.Call, site.Member, depth - 1, cancellation)))
            {
                return true;
            }

            if (function.Parent is null)
                return false;
        }
    }
}
