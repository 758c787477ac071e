using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Endpoints.Authorization;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.Ineffective;

/// <summary>Whether an authorization attribute has an effect on what it stands on.</summary>
internal sealed class AttributePlaces(KnownTypes types)
{
    private readonly AuthorizationTypes _authorization = AuthorizationTypes.Of(types);
    private readonly LostAttributes _lost = LostAttributes.Of(types);

    /// <summary>Why an attribute has no effect; null where it has one, or may have.</summary>
    /// <param name="attribute">Its type.</param>
    /// <param name="owner">What carries it.</param>
    public LostPlace? Judge(INamedTypeSymbol attribute, ISymbol? owner)
    {
        var demands = _authorization.Demand(attribute);
        if (!demands && !_authorization.Allow(attribute))
            return null;
        return owner switch
        {
            IMethodSymbol method => OnMethod(method, demands),
            INamedTypeSymbol type => OnType(type, demands),
            _ => null,
        };
    }

    private LostPlace? OnMethod(IMethodSymbol method, bool demands)
    {
        switch (EntryPoints.Of(types).KindOf(method))
        {
            case EndpointKind.PageHandler:
                return demands
                    ? new LostPlace("on a handler of a Razor Page has no effect: a page is authorized as a whole", $"put it on '{method.ContainingType.Name}'", IneffectiveProperties.MoveToPage)
                    : new LostPlace("on a handler of a Razor Page has no effect: a page lets everybody in as a whole or not at all", $"put it on '{method.ContainingType.Name}', or the handler on a page of its own");
            case null:
                return IsNoEndpoint(method)
                    ? new LostPlace($"has no effect on '{method.Name}': it is no endpoint, and its callers do not look at the attribute", "put it on the endpoint that calls it")
                    : null;
            default:
                return demands && OpenedAround(method) is { } open
                    ? new LostPlace($"has no effect: '{open.Origin}' lets everybody in", "take one of the two away", IsOnClassOf(open, method) ? IneffectiveProperties.NarrowAnonymous : null, open.Place)
                    : null;
        }
    }

    private LostPlace? OnType(INamedTypeSymbol type, bool demands)
    {
        if (demands && type.SelfAndBaseTypes().SelectMany(static current => current.GetAttributes()).FirstOrDefault(IsAllow) is { } open)
        {
            var syntax = open.ApplicationSyntaxReference;
            return new LostPlace($"has no effect: '[{open.AttributeClass!.Name.Replace("Attribute", "")}]' lets everybody in", "take one of the two away", null, syntax is null ? null : Location.Create(syntax.SyntaxTree, syntax.Span));
        }

        if (!_lost.AreLostOn(type))
            return null;
        var methods = type.GetMembers().OfType<IMethodSymbol>().Where(static member => member.MethodKind == MethodKind.Ordinary && !member.IsImplicitlyDeclared).ToList();
        if (methods.Any(_lost.Maps))
            return new LostPlace($"on '{type.Name}' has no effect: endpoints that it maps do not look at it", "use 'RequireAuthorization' on the routes");
        var kinds = methods.Select(EntryPoints.Of(types).KindOf).ToList();
        if (kinds.Any(static kind => kind is not null and not EndpointKind.RouteHandler))
            return null;
        return methods.Any(static method => method.DeclaredAccessibility == Accessibility.Public) && methods.All(_lost.IsOnlyCalled)
            ? new LostPlace($"on '{type.Name}' has no effect: it is no endpoint, and its callers do not look at the attribute", "put it on the endpoints that use it")
            : kinds.Contains(EndpointKind.RouteHandler) ? new LostPlace($"on '{type.Name}' has no effect: routes look at the attributes of the handler alone", "put it on the handlers, or use 'RequireAuthorization'") : null;

        bool IsAllow(AttributeData attribute) => attribute.AttributeClass is { } allowing && _authorization.Allow(allowing);
    }

    /// <summary>Whether nothing calls a method by its route: it is hidden in a controller, page or hub, or belongs to a class of which the framework knows nothing.</summary>
    private bool IsNoEndpoint(IMethodSymbol method)
    {
        if (method.ContainingType is not { TypeKind: TypeKind.Class } type || method.MethodKind is not MethodKind.Ordinary || method.IsOverride)
            return false;
        if (_lost.Maps(method))
            return true;
        if (IsEndpointType(type))
            return type is { DeclaredAccessibility: Accessibility.Public, ContainingType: null } && _lost.IsOnlyCalled(method);
        return _lost.AreLostOn(type) && LostAttributes.HasOnlyOwnAttributes(method) && _lost.IsOnlyCalled(method);
    }

    private bool IsEndpointType(INamedTypeSymbol type) =>
        new[] { "Microsoft.AspNetCore.Mvc.ControllerBase", "Microsoft.AspNetCore.Mvc.RazorPages.PageModel", "Microsoft.AspNetCore.SignalR.Hub", "System.Web.Mvc.Controller", "System.Web.Http.ApiController" }
            .Any(name => type.IsOrInherits(types[name])) &&
        !type.SelfAndBaseTypes().Any(static current => current.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "NonControllerAttribute"));

    /// <summary>What lets everybody in on every way to an endpoint; null where there is a way on which the attribute counts.</summary>
    private AuthorizationDemand? OpenedAround(IMethodSymbol endpoint)
    {
        var ways = EndpointAuthorization.Of(types).WaysTo(endpoint);
        return ways.IsEmpty || ways.Any(static way => way.Kind != AuthorizationKind.Anonymous)
            ? null
            : ways[0].Demands.FirstOrDefault(static demand => demand is { Allows: true, IsConditional: false });
    }

    private static bool IsOnClassOf(AuthorizationDemand open, IMethodSymbol method) =>
        method.ContainingType.GetAttributes().Any(attribute => attribute.ApplicationSyntaxReference is { } syntax && syntax.SyntaxTree == open.Place.SourceTree && syntax.Span == open.Place.SourceSpan);
}
