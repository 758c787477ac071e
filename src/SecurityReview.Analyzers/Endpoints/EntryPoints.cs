using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Modelling;

namespace SecurityReview.Analyzers.Endpoints;

/// <summary>Which methods a remote caller reaches, and which of their parameters that caller chooses. One per compilation and set of models.</summary>
internal sealed class EntryPoints
{
    private static readonly string[] s_noActions =
    [
        "Microsoft.AspNetCore.Mvc.NonActionAttribute",
        "System.Web.Mvc.NonActionAttribute",
        "System.Web.Http.NonActionAttribute",
    ];

    private readonly KnownTypes _types;
    private readonly RouteHandlers _routeHandlers;
    private readonly RequestBinding _binding;
    private readonly RouteConstraints _constraints;
    private readonly ModelledEntryPoints _modelled;
    private readonly ServerParameters _server;
    private readonly ResolverTypes _resolvers;
    private readonly BoundSetters _setters;
    private readonly ConcurrentDictionary<IParameterSymbol, SourceOrigin?> _sources = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IParameterSymbol, SourceOrigin?> _identifiers = new(SymbolEqualityComparer.Default);

    private EntryPoints(KnownTypes types, ModelSet models)
    {
        _types = types;
        _routeHandlers = new RouteHandlers(types);
        _binding = new RequestBinding(types);
        _constraints = new RouteConstraints(types);
        _modelled = new ModelledEntryPoints(types, models);
        _server = new ServerParameters(types);
        _resolvers = new ResolverTypes(types);
        _setters = new BoundSetters(types);
    }

    /// <summary>The entry points by the built-in models alone: enough for what kind of endpoint a method is.</summary>
    public static EntryPoints Of(KnownTypes types) => Of(types, types.Fact(static _ => new ModelSet(BuiltInModels.Rows)));

    public static EntryPoints Of(KnownTypes types, ModelSet models) =>
        types.Fact(static _ => new ConditionalWeakTable<ModelSet, EntryPoints>()).GetValue(models, key => new EntryPoints(types, key));

    /// <summary>What kind of endpoint a method is; null if a remote caller does not reach it directly.</summary>
    public EndpointKind? KindOf(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.AnonymousFunction || method.MethodKind == MethodKind.LocalFunction || !IsCandidate(method))
            return _routeHandlers.IsHandler(method) ? EndpointKind.RouteHandler : null;
        var type = method.ContainingType;
        if (IsController(type))
            return IsAction(method) ? EndpointKind.Action : null;
        if (type.IsOrInherits(_types["Microsoft.AspNetCore.Mvc.RazorPages.PageModel"]))
            return IsPageHandlerName(method.Name) && !HasAttribute(method, "Microsoft.AspNetCore.Mvc.RazorPages.NonHandlerAttribute") ? EndpointKind.PageHandler : null;
        if (type.IsOrInherits(_types["Microsoft.AspNetCore.SignalR.Hub"]))
            return method.IsOverride ? null : EndpointKind.HubMethod;
        if (_types["Grpc.Core.ServerCallContext"] is { } callContext && method.IsOverride && method.Parameters.Any(parameter => parameter.Type.IsOrInherits(callContext)))
            return EndpointKind.GrpcMethod;
        return _routeHandlers.IsHandler(method) ? EndpointKind.RouteHandler : null;
    }

    /// <summary>The source that a parameter is; null if nobody outside of the program chooses it.</summary>
    public SourceOrigin? SourceOf(IParameterSymbol parameter) =>
        _sources.TryGetValue(parameter, out var known) ? known : _sources.GetOrAdd(parameter, FindSource(parameter));

    /// <summary>The same for a query about identity: there a number counts too, and a route that lets nothing but numbers through changes nothing.</summary>
    public SourceOrigin? SourceOf(IParameterSymbol parameter, bool isAboutIdentity)
    {
        if (!isAboutIdentity)
            return SourceOf(parameter);
        return _identifiers.TryGetValue(parameter, out var known) ? known : _identifiers.GetOrAdd(parameter, FindSource(parameter, isAboutIdentity: true));
    }

    private SourceOrigin? FindSource(IParameterSymbol parameter, bool isAboutIdentity = false)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method)
            return null;
        var kind = KindOf(method);
        if (!isAboutIdentity && kind is { } endpoint && _constraints.Restrict(parameter, method, endpoint))
            return null;
        if (_modelled.ByAttribute(parameter) is { } attributed)
            return _server.Provides(parameter) ? null : Source(parameter, attributed);
        if (kind is { } reached)
            return _binding.OriginOf(parameter, reached, isAboutIdentity) is { } from ? Source(parameter, SourceKinds.Remote, from) : null;
        if (_modelled.RowOf(parameter, method) is { } row)
            return Source(parameter, row);
        if (_resolvers.Chooses(parameter, method))
            return Source(parameter, SourceKinds.Remote, "the GraphQL query");
        // The Razor compiler gave the parameter its name; nobody has read it.
        if (_setters.Gets(parameter, method))
            return new SourceOrigin(SourceKinds.Remote, "A value from an input of the page", parameter.Locations.FirstOrDefault() ?? Location.None);
        return IsProgramArguments(parameter, method) ? Source(parameter, SourceKinds.Local, "the command line") : null;
    }

    private static SourceOrigin? Source(IParameterSymbol parameter, ModelRow row) =>
        SourceKindNames.TryParse(row.Kind, out var kind) ? Source(parameter, kind, row.Description) : null;

    private static SourceOrigin Source(IParameterSymbol parameter, SourceKinds kind, string from) =>
        new(kind, from.Length > 0 ? $"'{parameter.Name}' from {from}" : $"'{parameter.Name}'", parameter.Locations.FirstOrDefault() ?? Location.None);

    /// <summary>The <c>args</c> of <c>Main</c> and of top-level statements.</summary>
    private bool IsProgramArguments(IParameterSymbol parameter, IMethodSymbol method) =>
        method.IsStatic && parameter is { Ordinal: 0, Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String } } && method.Name is "Main" or WellKnownMemberNames.TopLevelStatementsEntryPointMethodName &&
        SymbolEqualityComparer.Default.Equals(_types.Compilation.GetEntryPoint(CancellationToken.None), method);

    private static bool IsCandidate(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, IsStatic: false, DeclaredAccessibility: Accessibility.Public };

    private bool IsAction(IMethodSymbol method) =>
        !method.IsGenericMethod && method.SelfAndDeclarations().All(declared => s_noActions.All(attribute => !HasAttribute(declared, attribute)));

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

    private bool HasAttribute(ISymbol symbol, string metadataName) => symbol.HasAttribute(_types[metadataName]);
}
