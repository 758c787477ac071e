using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.ContextValidation.Ownership;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Endpoints.Authorization;
using SecurityReview.Analyzers.Endpoints.Data;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Tool.Reviewing;

namespace SecurityReview.Tool.Inventory;

/// <summary>Finds the endpoints of one project: the methods that the framework calls, and the calls that map routes.</summary>
internal sealed class InventoryReader
{
    private readonly Project _project;
    private readonly KnownTypes _types;
    private readonly EntryPoints _endpoints;
    private readonly EndpointAuthorization _authorization;
    private readonly MappedRoutes _routes;
    private readonly ReachedCode _code;
    private readonly DataUses _data;
    private readonly EndpointOwnership _ownership;
    private readonly CancellationToken _cancellation;

    private InventoryReader(Project project, KnownTypes types, AnalyzerOptions options, CancellationToken cancellation)
    {
        _project = project;
        _types = types;
        _endpoints = EntryPoints.Of(types);
        _authorization = EndpointAuthorization.Of(types);
        _routes = MappedRoutes.Of(types);
        _code = new ReachedCode(types);
        _data = new DataUses(types);
        _ownership = new EndpointOwnership(types, options, cancellation);
        _cancellation = cancellation;
    }

    /// <param name="project">The project.</param>
    /// <param name="compilation">Its compilation.</param>
    /// <param name="options">The settings of the project.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static ImmutableArray<InventoryEntry> Read(Project project, Compilation compilation, AnalyzerOptions options, CancellationToken cancellation)
    {
        var reader = new InventoryReader(project, KnownTypes.Of(compilation), options, cancellation);
        return [.. compilation.SyntaxTrees.Where(tree => !GeneratedCode.Contains(tree, cancellation)).SelectMany(tree => reader.In(compilation.GetSemanticModel(tree)))];
    }

    private IEnumerable<InventoryEntry> In(SemanticModel model)
    {
        foreach (var node in model.SyntaxTree.GetRoot(_cancellation).DescendantNodes())
        {
            var entry = node switch
            {
                MethodDeclarationSyntax method when model.GetDeclaredSymbol(method, _cancellation) is IMethodSymbol symbol => OfMethod(method, symbol),
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: { Identifier.ValueText: ['M', 'a', 'p', ..] } name } } call when model.GetOperation(call, _cancellation) is IInvocationOperation operation => OfCall(name, operation),
                _ => null,
            };
            if (entry is not null)
                yield return entry;
        }
    }

    private InventoryEntry? OfMethod(MethodDeclarationSyntax method, IMethodSymbol symbol)
    {
        if (_endpoints.KindOf(symbol) is not { } kind || kind == EndpointKind.RouteHandler || symbol.IsAbstract)
            return null;
        ImmutableArray<string> verbs = kind switch
        {
            EndpointKind.Action => HttpVerbs.OfAction(symbol),
            EndpointKind.PageHandler => [HttpVerbs.OfPageHandler(symbol)],
            _ => [],
        };
        return Entry(kind, EndpointRoutes.Of(symbol, kind), verbs, symbol, _authorization.For(symbol), method.Identifier.GetLocation());
    }

    private InventoryEntry? OfCall(SimpleNameSyntax name, IInvocationOperation call)
    {
        if (HttpVerbs.OfMapping(call.TargetMethod.Name, call) is not { } verbs || !(call.Receiver()?.Type).IsOrInherits(_types["Microsoft.AspNetCore.Routing.IEndpointRouteBuilder"]))
            return null;
        var handler = MappedHandler.Of(call);
        if (!handler.IsGivenHere)
            return null;
        var paths = _routes.To(call);
        var prefix = paths.Select(path => path.Prefix).FirstOrDefault() ?? "";
        return Entry(EndpointKind.RouteHandler, "/" + RoutePath.Join(prefix, handler.Pattern).Trim('/'), verbs, handler.Function, _authorization.For(paths, handler.Function), name.GetLocation());
    }

    private InventoryEntry? Entry(EndpointKind kind, string route, ImmutableArray<string> verbs, IMethodSymbol? function, AppliedAuthorization applied, Location location)
    {
        if (CodePlace.Of(location, _cancellation) is not { } place)
            return null;
        var reached = function is null ? [] : _code.From(function, _cancellation);
        var uses = _data.Of(reached).Where(use => use.Entity.Length > 0).ToList();
        return new InventoryEntry
        {
            Kind = kind,
            Route = route,
            Verbs = verbs,
            Handler = function is null or { MethodKind: MethodKind.AnonymousFunction } ? "" : $"{function.ContainingType.Name}.{function.Name}",
            Authorization = applied.Kind,
            Origin = applied.Origin,
            Roles = [.. applied.Demands.SelectMany(demand => demand.Roles).Distinct(StringComparer.Ordinal)],
            Loads = [.. uses.Where(use => !use.Changes).Select(use => use.Entity)],
            Changes = [.. uses.Where(use => use.Changes).Select(use => use.Entity)],
            Ownership = function is null ? OwnershipAnswer.Unknown : _ownership.Of(function, reached),
            Place = place,
            Projects = [_project.Name],
        };
    }
}
