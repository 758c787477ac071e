using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Endpoints.Authorization;

/// <summary>What an endpoint's own code says: attributes on the member and what it overrides, on its type and the bases of that, and members that run before it. The nearest come first.</summary>
internal sealed class MemberDemands(KnownTypes types)
{
    /// <summary>Members that a framework calls before every endpoint of the type.</summary>
    private static readonly HashSet<string> s_before = new(StringComparer.Ordinal)
    {
        "OnActionExecuting", "OnActionExecutionAsync", "OnAuthorization", "OnAuthorizationAsync", "OnPageHandlerExecuting", "OnPageHandlerExecutionAsync", "OnPageHandlerSelected",
        "OnPageHandlerSelectionAsync", "OnConnectedAsync",
    };

    private readonly DemandReader _reader = new(types);

    /// <summary>The attributes that count for an endpoint of a kind: those of a page stand on its type alone, those of a route handler on the function.</summary>
    /// <param name="holder">The type of the object on which the endpoint runs: its own, or one that derives from it.</param>
    public ImmutableArray<AuthorizationDemand> Of(IMethodSymbol endpoint, EndpointKind kind, INamedTypeSymbol? holder)
    {
        var demands = ImmutableArray.CreateBuilder<AuthorizationDemand>();
        if (kind != EndpointKind.PageHandler)
        {
            for (var method = endpoint; method is not null; method = method.OverriddenMethod)
                Add(demands, method, endpoint.MethodKind == MethodKind.AnonymousFunction ? "the lambda" : endpoint.Name);
        }

        if (kind == EndpointKind.RouteHandler || holder is null)
            return demands.ToImmutable();
        foreach (var type in holder.SelfAndBaseTypes().OfType<INamedTypeSymbol>())
        {
            Add(demands, type, type.Name);
            demands.AddRange(type.GetMembers().OfType<IMethodSymbol>().Where(Decides).Select(method => new AuthorizationDemand($"{method.Name} of {type.Name}", method.Locations[0]) { IsOwn = true }));
        }

        return demands.ToImmutable();
    }

    private void Add(ImmutableArray<AuthorizationDemand>.Builder demands, ISymbol symbol, string name)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (_reader.Read(attribute, name) is { } demand)
                demands.Add(demand);
        }
    }

    /// <summary>Whether a member runs before the endpoints and turns callers away: it sets the result, or ends the connection.</summary>
    private static bool Decides(IMethodSymbol method) =>
        s_before.Contains(method.Name) && method.DeclaringSyntaxReferences.Any(static reference => Denials.StandIn(reference.GetSyntax()) || reference.GetSyntax().DescendantNodes().Any(static node => node is
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" } } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Abort" }));
}
