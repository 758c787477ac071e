using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.ContextValidation.Ineffective;
using SecurityReview.Analyzers.ContextValidation.Undecided;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Endpoints.Authorization;
using SecurityReview.Analyzers.Options;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation;

/// <summary>An endpoint that changes something and about which nobody has said who may call it can be called by anybody.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UndecidedEndpointAnalyzer : ReviewAnalyzer
{
    private static readonly string[] s_mappings = ["Map", "MapPost", "MapPut", "MapPatch", "MapDelete", "MapMethods"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.UndecidedEndpoint);

    /// <inheritdoc/>
    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        if (!AuthorizationTypes.Of(types).Exist)
            return;
        context.RegisterSymbolAction(symbol => AnalyzeType(symbol, types), SymbolKind.NamedType);
        if (types["Microsoft.AspNetCore.Routing.IEndpointRouteBuilder"] is not null)
            context.RegisterGatedOperationAction(BodyWords.OfCalls(s_mappings), operation => AnalyzeMapping(operation, types), OperationKind.Invocation);
    }

    private static void AnalyzeType(SymbolAnalysisContext context, KnownTypes types)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (context.IsGeneratedCode || !MayHoldEndpoints(type) || !EndpointAuthorization.Of(types).IsUsed)
            return;
        var endpoints = EntryPoints.Of(types);
        var authorization = EndpointAuthorization.Of(types);
        var changes = new StateChanges(types);
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(static method => method is { MethodKind: MethodKind.Ordinary, IsStatic: false, DeclaredAccessibility: Accessibility.Public }))
        {
            if (endpoints.KindOf(method) is not { } kind || kind == EndpointKind.RouteHandler || authorization.IsSaidBy(method) || !changes.MadeBy(method, kind, context.CancellationToken))
                continue;
            var names = EndpointNames.Of(method, kind);
            if (IsOpen(names, context.Options, method.Locations[0]) || IsDecided(method, authorization.For(method), kind, names, changes, types, context.CancellationToken))
                continue;
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.UndecidedEndpoint, method.Locations[0], Properties(type, kind), method.Name, SiblingOf(method, types)));
        }
    }

    private static void AnalyzeMapping(OperationContext context, KnownTypes types)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!s_mappings.Contains(call.TargetMethod.Name) || call.Syntax is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var place } }
            || !(call.Receiver()?.Type).IsOrInherits(types["Microsoft.AspNetCore.Routing.IEndpointRouteBuilder"]) || !EndpointAuthorization.Of(types).IsUsed)
        {
            return;
        }

        var handler = MappedHandler.Of(call);
        var changes = new StateChanges(types);
        // What a method of the program maps for its callers is judged where they call it; without a handler of its own, within it.
        if (!handler.IsGivenHere || !changes.MadeBy(call, handler.Function, context.CancellationToken))
            return;
        var paths = MappedRoutes.Of(types).To(call);
        var names = EndpointNames.Of(paths.Select(path => RoutePath.Join(path.Prefix, handler.Pattern)).FirstOrDefault() ?? handler.Pattern, handler.Function)
            .Add(context.ContainingSymbol.ContainingType?.Name ?? "").Add(context.ContainingSymbol.Name);
        if (IsOpen(names, context.Options, place.GetLocation()) || IsDecided(handler.Function, EndpointAuthorization.Of(types).For(paths, handler.Function), EndpointKind.RouteHandler, names, changes, types, context.CancellationToken))
            return;
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.UndecidedEndpoint, place.GetLocation(), NameOf(handler, place), ""));
    }

    private static string NameOf(MappedHandler handler, SimpleNameSyntax place) =>
        handler.Pattern.Length > 0 ? handler.Pattern : handler.Function is { Name.Length: > 0 } function ? function.Name : place.ToString();

    private static bool IsDecided(
        IMethodSymbol? endpoint, AppliedAuthorization applied, EndpointKind kind, ImmutableArray<string> names, StateChanges changes, KnownTypes types, CancellationToken cancellation)
    {
        if (applied.Kind != AuthorizationKind.None || changes.OnlyReads(endpoint, names, cancellation))
            return true;
        // An attribute that has no effect was meant: that is another finding.
        if (endpoint is not null && LostAttributes.Of(types).StandOn(endpoint, kind))
            return true;
        return endpoint is not null && new BodyDecisions(types).MadeIn(endpoint, cancellation);
    }

    /// <summary>By names alone: all classes of the compilation are asked.</summary>
    private static bool MayHoldEndpoints(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsStatic: false } &&
        (type.Name.EndsWith("Controller", StringComparison.Ordinal) ||
            type.SelfAndBaseTypes().Any(static current => current.Name is "ControllerBase" or "Controller" or "ApiController" or "PageModel" or "Hub") ||
            type.GetMembers().Any(static member => member is IMethodSymbol { IsOverride: true } method && method.Parameters.Any(static parameter => parameter.Type.Name == "ServerCallContext")));

    private static bool IsOpen(ImmutableArray<string> names, AnalyzerOptions options, Location place) =>
        place.SourceTree is { } tree && EndpointNames.Have(names, options.Get(ReviewOptions.OpenEndpoints, tree));

    private static ImmutableDictionary<string, string?> Properties(INamedTypeSymbol type, EndpointKind kind)
    {
        var bases = type.SelfAndBaseTypes().Select(static current => current.ContainingNamespace?.ToDisplayString() ?? "").ToList();
        var space = bases.Contains("System.Web.Mvc") ? "System.Web.Mvc" : bases.Contains("System.Web.Http") ? "System.Web.Http" : "Microsoft.AspNetCore.Authorization";
        var properties = ImmutableDictionary<string, string?>.Empty.Add(UndecidedProperties.Namespace, space);
        return kind == EndpointKind.PageHandler ? properties.Add(UndecidedProperties.OnType, "true") : properties;
    }

    /// <summary>Another endpoint of the type that asks for authorization by itself: it convinces.</summary>
    private static string SiblingOf(IMethodSymbol method, KnownTypes types) =>
        method.ContainingType.GetMembers().OfType<IMethodSymbol>()
            .FirstOrDefault(other => !SymbolEqualityComparer.Default.Equals(other, method) && other.GetAttributes().Any(attribute => attribute.AttributeClass is { } type && AuthorizationTypes.Of(types).Demand(type))) is { } sibling
            ? $", although '{sibling.Name}' beside it requires authorization"
            : "";
}
