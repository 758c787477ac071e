using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Endpoints;

/// <summary>
/// Route parameters that the route itself keeps to numbers, letters and the like (<c>{id:guid}</c>). Only where the parameter can come from
/// nowhere but the route: elsewhere a form field of the same name goes first.
/// </summary>
internal sealed class RouteConstraints(KnownTypes types)
{
    /// <summary>Whether every route to an endpoint lets only harmless values of a parameter through.</summary>
    public bool Restrict(IParameterSymbol parameter, IMethodSymbol method, EndpointKind kind) => kind switch
    {
        EndpointKind.Action => IsFromRoute(parameter, method) && All(TemplatesOf(method), parameter.Name),
        EndpointKind.RouteHandler => All(TemplateOf(method), parameter.Name),
        _ => false,
    };

    private bool IsFromRoute(IParameterSymbol parameter, IMethodSymbol method)
    {
        if (parameter.HasAttribute(types["Microsoft.AspNetCore.Mvc.FromRouteAttribute"]))
            return parameter.GetAttributes().All(data => data.NamedArguments.IsEmpty);
        return parameter.GetAttributes().IsEmpty && types["Microsoft.AspNetCore.Mvc.ApiControllerAttribute"] is { } api &&
            method.ContainingType.SelfAndBaseTypes().Any(type => type.HasAttribute(api));
    }

    /// <summary>The templates of an action's own attributes; attributes without one only name a verb.</summary>
    private IReadOnlyList<string> TemplatesOf(IMethodSymbol method)
    {
        if (types["Microsoft.AspNetCore.Mvc.Routing.IRouteTemplateProvider"] is not { } provider)
            return [];
        return [.. from data in method.GetAttributes()
                   where data.AttributeClass is { } type && type.AllInterfaces.Contains(provider, SymbolEqualityComparer.Default)
                   where data.ConstructorArguments.Length > 0 && data.ConstructorArguments[0].Value is string
                   select (string)data.ConstructorArguments[0].Value!];
    }

    /// <summary>The template that a lambda is mapped to; methods may be mapped to several.</summary>
    private static IReadOnlyList<string> TemplateOf(IMethodSymbol handler) =>
        handler.MethodKind == MethodKind.AnonymousFunction &&
        handler.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()?.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: { Count: > 1 } arguments } } &&
        arguments[0].Expression is LiteralExpressionSyntax literal
            ? [literal.Token.ValueText]
            : [];

    private static bool All(IReadOnlyList<string> templates, string name) =>
        templates.Count > 0 && templates.All(template => RouteTemplate.Restricts(template, name));
}
