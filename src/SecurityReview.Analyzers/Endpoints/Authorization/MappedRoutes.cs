using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Endpoints.Authorization;

/// <summary>
/// Where the start-up code maps controllers, pages, hubs and services, and single handlers: the ways on which each comes into the program. One per
/// compilation; each kind is read when first asked for.
/// </summary>
internal sealed class MappedRoutes
{
    private static readonly string[] s_controllers =
    [
        "MapControllers", "MapControllerRoute", "MapDefaultControllerRoute", "MapAreaControllerRoute", "MapDynamicControllerRoute", "UseMvc", "UseMvcWithDefaultRoute",
        "MapRoute", "MapHttpRoute", "MapHttpAttributeRoutes", "MapMvcAttributeRoutes",
    ];

    private static readonly string[] s_pages = ["MapRazorPages", "UseMvc", "UseMvcWithDefaultRoute"];

    private readonly KnownTypes _types;
    private readonly RouteBuilders _builders;
    private readonly AppliedConventions _conventions;
    private readonly Lazy<ImmutableArray<RoutePath>> _toControllers;
    private readonly Lazy<ImmutableArray<RoutePath>> _toPages;
    private readonly Lazy<ImmutableArray<InvocationExpressionSyntax>> _hubs;
    private readonly Lazy<ImmutableArray<InvocationExpressionSyntax>> _services;

    private MappedRoutes(KnownTypes types)
    {
        _types = types;
        _builders = new RouteBuilders(types);
        _conventions = new AppliedConventions(types);
        _toControllers = new(() => Paths(s_controllers));
        _toPages = new(() => Paths(s_pages));
        _hubs = new(() => NamedCalls.In(types.Compilation, ["MapHub"]).ToImmutableArray());
        _services = new(() => NamedCalls.In(types.Compilation, ["MapGrpcService"]).ToImmutableArray());
    }

    public static MappedRoutes Of(KnownTypes types) => types.Fact(static known => new MappedRoutes(known));

    /// <summary>The ways to all controllers; none where they are not mapped in this compilation.</summary>
    public ImmutableArray<RoutePath> ToControllers => _toControllers.Value;

    /// <summary>The ways to all Razor Pages.</summary>
    public ImmutableArray<RoutePath> ToPages => _toPages.Value;

    /// <summary>The ways to a hub or gRPC service, by the type argument of the call that maps it.</summary>
    public ImmutableArray<RoutePath> To(INamedTypeSymbol type, EndpointKind kind)
    {
        var calls = kind == EndpointKind.HubMethod ? _hubs.Value : _services.Value;
        return calls.Where(call => IsOf(call, type)).SelectMany(call => To(call)).ToImmutableArray();
    }

    /// <summary>The ways to what a call maps.</summary>
    public ImmutableArray<RoutePath> To(InvocationExpressionSyntax call) =>
        ForeignModels.Of(_types.Compilation, call.SyntaxTree).GetOperation(call) is IInvocationOperation operation ? To(operation) : ImmutableArray<RoutePath>.Empty;

    /// <summary>The ways to what a call maps.</summary>
    public ImmutableArray<RoutePath> To(IInvocationOperation call)
    {
        // A method of the program that maps a handler it is given: what it says there counts too.
        var demands = _conventions.On(call);
        if (call.TargetMethod.HasSource())
            demands = demands.AddRange(new WrappedMappings(_types).DemandsOf(call.TargetMethod.OriginalDefinition));
        if (call.Receiver() is not { Type: { } type } receiver)
            return ImmutableArray<RoutePath>.Empty;
        var paths = type.IsOrInherits(_types["Microsoft.AspNetCore.Routing.IEndpointRouteBuilder"]) ? _builders.PathsTo(receiver) : ImmutableArray.Create(RoutePath.Root);
        return paths.Select(path => path.With(demands)).ToImmutableArray();
    }

    /// <summary>What lets everybody in on every way to the route or group that a call requires authorization for; null where the call counts on some way.</summary>
    public AuthorizationDemand? OpenedBy(IInvocationOperation requirement)
    {
        var later = _conventions.On(requirement);
        var paths = _builders.PathsTo(requirement).Select(path => path.With(later)).ToList();
        return paths.All(static path => path.Demands.Any(IsOpen)) ? paths[0].Demands.First(IsOpen) : null;

        static bool IsOpen(AuthorizationDemand demand) => demand is { Allows: true, IsConditional: false };
    }

    private ImmutableArray<RoutePath> Paths(string[] names) => NamedCalls.In(_types.Compilation, names).SelectMany(call => To(call)).ToImmutableArray();

    private bool IsOf(InvocationExpressionSyntax call, INamedTypeSymbol type)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Name: GenericNameSyntax { TypeArgumentList.Arguments: { Count: > 0 } arguments } })
            return false;
        var mapped = ForeignModels.Of(_types.Compilation, call.SyntaxTree).GetSymbolInfo(arguments[0]).Symbol;
        return mapped is ITypeParameterSymbol || (mapped is INamedTypeSymbol named && (named.IsOrInherits(type) || type.IsOrInherits(named)));
    }
}
