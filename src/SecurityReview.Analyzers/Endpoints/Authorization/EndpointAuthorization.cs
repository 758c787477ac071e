using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Endpoints.Authorization;

/// <summary>
/// Who may call an endpoint, and where that comes from: attributes, groups and conventions, global filters, page conventions, fallback policy. One per
/// compilation; nothing is read before it is asked for.
/// </summary>
internal sealed class EndpointAuthorization
{
    private readonly Compilation _compilation;
    private readonly EntryPoints _endpoints;
    private readonly RouteHandlers _handlers;
    private readonly MemberDemands _members;
    private readonly MappedRoutes _routes;
    private readonly PageConventions _pages;
    private readonly GlobalFilters _filters;
    private readonly Policies _policies;
    private readonly StartUpCode _startUp;
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<AppliedAuthorization>> _known = new(SymbolEqualityComparer.Default);

    private EndpointAuthorization(KnownTypes types)
    {
        _compilation = types.Compilation;
        _endpoints = EntryPoints.Of(types);
        _handlers = new RouteHandlers(types);
        _members = new MemberDemands(types);
        _routes = MappedRoutes.Of(types);
        _pages = PageConventions.Of(types);
        _filters = GlobalFilters.Of(types);
        _policies = Policies.Of(types);
        _startUp = StartUpCode.Of(types);
    }

    public static EndpointAuthorization Of(KnownTypes types) => types.Fact(static known => new EndpointAuthorization(known));

    /// <summary>Whether the program tells callers apart at all.</summary>
    public bool IsUsed => _startUp.UsesAuthorization;

    /// <summary>Who may call an endpoint. Where several ways lead to it, the weakest counts.</summary>
    /// <param name="endpoint">A method, local function or lambda that <see cref="EntryPoints.KindOf"/> knows; of others nothing is known.</param>
    public AppliedAuthorization For(IMethodSymbol endpoint) => Weakest(WaysTo(endpoint));

    /// <summary>
    /// Whether the code of an endpoint itself says who may call it, in each class that has it: then it is decided whatever the way to it adds, and where it is
    /// mapped need not be read.
    /// </summary>
    public bool IsSaidBy(IMethodSymbol endpoint) =>
        _endpoints.KindOf(endpoint) is { } kind and not EndpointKind.RouteHandler && HoldersOf(endpoint).All(holder => !_members.Of(endpoint, kind, holder).IsEmpty);

    /// <summary>The same for each way that leads to an endpoint: each class that inherits it, each place that maps it.</summary>
    public ImmutableArray<AppliedAuthorization> WaysTo(IMethodSymbol endpoint) => _known.GetOrAdd(endpoint, Find);

    /// <summary>Who may call what one <c>Map…</c> call maps.</summary>
    /// <param name="mapping">The ways to it.</param>
    /// <param name="handler">The handler, if it is a function of the program.</param>
    public AppliedAuthorization For(ImmutableArray<RoutePath> mapping, IMethodSymbol? handler) =>
        Weakest(Ways(handler is null ? ImmutableArray<AuthorizationDemand>.Empty : _members.Of(handler, EndpointKind.RouteHandler, holder: null), mapping, isClear: true));

    private ImmutableArray<AppliedAuthorization> Find(IMethodSymbol endpoint)
    {
        if (_endpoints.KindOf(endpoint) is not { } kind)
            return ImmutableArray<AppliedAuthorization>.Empty;
        if (kind == EndpointKind.RouteHandler)
            return Ways(_members.Of(endpoint, kind, holder: null), _handlers.MappingsOf(endpoint).SelectMany(call => _routes.To(call)).ToImmutableArray(), isClear: true);
        return HoldersOf(endpoint).SelectMany(type => Find(endpoint, kind, type)).ToImmutableArray();
    }

    /// <summary>The classes on whose objects an endpoint runs.</summary>
    private IEnumerable<INamedTypeSymbol> HoldersOf(IMethodSymbol endpoint) => DerivedTypes.ConcreteOf(endpoint.ContainingType, _compilation)
        .Where(type => SymbolEqualityComparer.Default.Equals(type, endpoint.ContainingType) || !Overrides(type, endpoint));

    private static bool Overrides(INamedTypeSymbol type, IMethodSymbol endpoint) =>
        type.SelfAndBaseTypes().TakeWhile(current => !SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, endpoint.ContainingType.OriginalDefinition))
            .Any(current => current.GetMembers(endpoint.Name).Any(static member => member.IsOverride));

    private ImmutableArray<AppliedAuthorization> Find(IMethodSymbol endpoint, EndpointKind kind, INamedTypeSymbol holder)
    {
        var own = _members.Of(endpoint, kind, holder);
        switch (kind)
        {
            case EndpointKind.Action:
                return Ways(own.AddRange(_filters.Demands), _routes.ToControllers, isClear: true);
            case EndpointKind.PageHandler:
                var conventions = _pages.Of(holder, out var isClear);
                return Ways(own.AddRange(conventions).AddRange(_filters.Demands), _routes.ToPages, isClear);
            default:
                return Ways(own, _routes.To(holder, kind), isClear: true);
        }
    }

    private static AppliedAuthorization Weakest(ImmutableArray<AppliedAuthorization> ways) =>
        ways.OrderBy(static applied => applied.Kind).FirstOrDefault() ?? AppliedAuthorization.Elsewhere;

    private ImmutableArray<AppliedAuthorization> Ways(ImmutableArray<AuthorizationDemand> own, ImmutableArray<RoutePath> paths, bool isClear) =>
        (paths.IsEmpty ? ImmutableArray.Create(RoutePath.Unknown) : paths).Select(path => Judge(own, path, isClear)).ToImmutableArray();

    private AppliedAuthorization Judge(ImmutableArray<AuthorizationDemand> own, RoutePath path, bool isClear)
    {
        var demands = own.AddRange(path.Demands);
        // An own filter decides for itself, whatever lets others in.
        var isOpen = demands.Any(static demand => demand is { Allows: true, IsConditional: false });
        var applying = demands.Where(demand => !demand.Allows && (!isOpen || demand.IsOwn)).ToImmutableArray();
        if (!applying.IsEmpty)
            return Decided(applying.Any(static demand => demand.IsPrivilege(ImmutableArray<string>.Empty)) ? AuthorizationKind.Privileged : AuthorizationKind.Authenticated, applying);
        if (demands.Where(static demand => demand.Allows).ToImmutableArray() is { IsEmpty: false } open)
            return Decided(AuthorizationKind.Anonymous, open);
        if (_policies.Fallback is { } fallback)
            return Decided(fallback.IsPrivilege(ImmutableArray<string>.Empty) ? AuthorizationKind.Privileged : AuthorizationKind.Authenticated, ImmutableArray.Create(fallback));
        if (!path.IsKnown || !isClear)
            return AppliedAuthorization.Elsewhere;
        return _startUp.OtherDecision is { } other
            ? new AppliedAuthorization(AuthorizationKind.Unknown, ImmutableArray<AuthorizationDemand>.Empty, other)
            : new AppliedAuthorization(AuthorizationKind.None, ImmutableArray<AuthorizationDemand>.Empty, "");
    }

    private static AppliedAuthorization Decided(AuthorizationKind kind, ImmutableArray<AuthorizationDemand> demands) => new(kind, demands, demands[0].Origin);
}
