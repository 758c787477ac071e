using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Endpoints;

/// <summary>Which methods a remote caller reaches, and which of their parameters that caller chooses. One per compilation.</summary>
internal sealed class EntryPoints
{
    private readonly KnownTypes _types;
    private readonly RouteHandlers _routeHandlers;
    private readonly RequestBinding _binding;
    private readonly RouteConstraints _constraints;

    private EntryPoints(KnownTypes types)
    {
        _types = types;
        _routeHandlers = new RouteHandlers(types);
        _binding = new RequestBinding(types);
        _constraints = new RouteConstraints(types);
    }

    public static EntryPoints Of(KnownTypes types) => types.Fact(static key => new EntryPoints(key));

    /// <summary>What kind of endpoint a method is; null if a remote caller does not reach it directly.</summary>
    public EndpointKind? KindOf(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.AnonymousFunction || method.MethodKind == MethodKind.LocalFunction || !IsCandidate(method))
            return _routeHandlers.IsHandler(method) ? EndpointKind.RouteHandler : null;
        var type = method.ContainingType;
        if (IsController(type))
            return HasAttribute(method, "Microsoft.AspNetCore.Mvc.NonActionAttribute") ? null : EndpointKind.Action;
        if (type.IsOrInherits(_types["Microsoft.AspNetCore.Mvc.RazorPages.PageModel"]))
            return IsPageHandlerName(method.Name) && !HasAttribute(method, "Microsoft.AspNetCore.Mvc.RazorPages.NonHandlerAttribute") ? EndpointKind.PageHandler : null;
        if (type.IsOrInherits(_types["Microsoft.AspNetCore.SignalR.Hub"]))
            return method.IsOverride ? null : EndpointKind.HubMethod;
        if (_types["Grpc.Core.ServerCallContext"] is { } callContext && method.IsOverride && method.Parameters.Any(parameter => parameter.Type.IsOrInherits(callContext)))
            return EndpointKind.GrpcMethod;
        return _routeHandlers.IsHandler(method) ? EndpointKind.RouteHandler : null;
    }

    /// <summary>The source that a parameter is; null if a remote caller does not choose it.</summary>
    public SourceOrigin? SourceOf(IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method || KindOf(method) is not { } kind || _binding.OriginOf(parameter, method, kind) is not { } from)
            return null;
        if (_constraints.Restrict(parameter, method, kind))
            return null;
        return new SourceOrigin(SourceKinds.Remote, $"'{parameter.Name}' from {from}", parameter.Locations.FirstOrDefault() ?? Location.None);
    }

    private static bool IsCandidate(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, IsStatic: false, DeclaredAccessibility: Accessibility.Public };

    private static bool IsPageHandlerName(string name) =>
        name.StartsWith("OnGet", StringComparison.Ordinal) || name.StartsWith("OnPost", StringComparison.Ordinal) || name.StartsWith("OnPut", StringComparison.Ordinal) ||
        name.StartsWith("OnDelete", StringComparison.Ordinal) || name.StartsWith("OnPatch", StringComparison.Ordinal) || name.StartsWith("OnHead", StringComparison.Ordinal);

    private bool IsController(INamedTypeSymbol type)
    {
        if (type.IsAbstract || type.DeclaredAccessibility != Accessibility.Public)
            return type.IsAbstract && IsControllerBase(type);
        if (type.SelfAndBaseTypes().Any(current => HasAttribute(current, "Microsoft.AspNetCore.Mvc.NonControllerAttribute")))
            return false;
        if (_types["Microsoft.AspNetCore.Mvc.ControllerBase"] is null && _types["System.Web.Mvc.Controller"] is null && _types["System.Web.Http.ApiController"] is null)
            return false;
        return IsControllerBase(type) || type.Name.EndsWith("Controller", StringComparison.Ordinal) ||
            type.SelfAndBaseTypes().Any(current => HasAttribute(current, "Microsoft.AspNetCore.Mvc.ControllerAttribute"));
    }

    private bool IsControllerBase(INamedTypeSymbol type) =>
        type.IsOrInherits(_types["Microsoft.AspNetCore.Mvc.ControllerBase"]) || type.IsOrInherits(_types["System.Web.Mvc.Controller"]) ||
        type.IsOrInherits(_types["System.Web.Http.ApiController"]);

    private bool HasAttribute(ISymbol symbol, string metadataName) =>
        _types[metadataName] is { } attribute && symbol.GetAttributes().Any(data => data.AttributeClass.IsOrInherits(attribute));
}
