using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Endpoints.Authorization;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Endpoints;

/// <summary>The route of an endpoint as its attributes and place tell; conventional routes are written as the default one.</summary>
internal static class EndpointRoutes
{
    public static string Of(IMethodSymbol endpoint, EndpointKind kind) => kind switch
    {
        EndpointKind.PageHandler => OfPage(endpoint),
        EndpointKind.HubMethod => $"{endpoint.ContainingType.Name}.{endpoint.Name}",
        EndpointKind.GrpcMethod => $"{endpoint.ContainingType.Name}/{endpoint.Name}",
        _ => OfAction(endpoint),
    };

    private static string OfAction(IMethodSymbol action)
    {
        var controller = WithoutSuffix(action.ContainingType.Name, "Controller");
        var template = TemplateOf(action);
        var prefix = action.ContainingType.SelfAndBaseTypes().Select(TemplateOf).FirstOrDefault(static found => found is not null);
        if (template is null && prefix is null)
            return $"/{controller}/{action.Name}";
        var route = template is not null && (template.StartsWith("/", StringComparison.Ordinal) || template.StartsWith("~/", StringComparison.Ordinal))
            ? template.TrimStart('~')
            : "/" + RoutePath.Join(prefix ?? "", template ?? "").TrimStart('/');
        return route.Replace("[controller]", controller).Replace("[action]", WithoutSuffix(action.Name, "Async"));
    }

    private static string OfPage(IMethodSymbol handler)
    {
        var path = PagePath.Of(handler.ContainingType) is { } page ? (page.Area.Length > 0 ? "/" + page.Area : "") + page.Path : "/" + WithoutSuffix(handler.ContainingType.Name, "Model");
        var rest = WithoutSuffix(handler.Name, "Async").Substring("On".Length + HttpVerbs.OfPageHandler(handler).Length);
        return rest.Length == 0 ? path : $"{path}?handler={rest}";
    }

    /// <summary>The first template that an attribute of a method or type gives; null where none does.</summary>
    private static string? TemplateOf(ISymbol symbol) =>
        (from attribute in symbol.GetAttributes()
         where attribute.AttributeClass is { } type && (type.Name is "RouteAttribute" or "RoutePrefixAttribute" || (type.Name.StartsWith("Http", StringComparison.Ordinal) && type.Name.EndsWith("Attribute", StringComparison.Ordinal)))
         let template = attribute.ConstructorArguments.Select(static argument => argument.Kind == TypedConstantKind.Primitive ? argument.Value as string : null).FirstOrDefault(static text => text is not null)
         where template is not null
         select template).FirstOrDefault();

    private static string WithoutSuffix(string name, string suffix) =>
        name.EndsWith(suffix, StringComparison.Ordinal) && name.Length > suffix.Length ? name.Substring(0, name.Length - suffix.Length) : name;
}
