using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Endpoints;

/// <summary>
/// Where the parameters of an endpoint come from, by the binding rules of the framework: the request, or the container. Facts from the
/// ASP.NET Core documentation on model binding and on parameter binding in minimal APIs.
/// </summary>
internal sealed class RequestBinding(KnownTypes types)
{
    private static readonly (string Attribute, string From)[] s_fromRequest =
    [
        ("Microsoft.AspNetCore.Mvc.FromQueryAttribute", "the query string"),
        ("Microsoft.AspNetCore.Mvc.FromRouteAttribute", "the route"),
        ("Microsoft.AspNetCore.Mvc.FromBodyAttribute", "the request body"),
        ("Microsoft.AspNetCore.Mvc.FromFormAttribute", "the form"),
        ("Microsoft.AspNetCore.Mvc.FromHeaderAttribute", "the request headers"),
        ("Microsoft.AspNetCore.Http.AsParametersAttribute", "the request"),
    ];

    private static readonly string[] s_fromContainer =
    [
        "Microsoft.AspNetCore.Mvc.FromServicesAttribute",
        "Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute",
    ];

    /// <summary>Types that the framework itself provides; what in them a caller chooses is modelled member by member.</summary>
    private static readonly string[] s_provided =
    [
        "Microsoft.AspNetCore.Http.HttpContext",
        "Microsoft.AspNetCore.Http.HttpRequest",
        "Microsoft.AspNetCore.Http.HttpResponse",
        "System.Security.Claims.ClaimsPrincipal",
        "System.Threading.CancellationToken",
        "Grpc.Core.ServerCallContext",
    ];

    /// <summary>Where the caller's choice comes from, in words; null if the parameter is not the caller's.</summary>
    public string? OriginOf(IParameterSymbol parameter, IMethodSymbol method, EndpointKind kind)
    {
        foreach (var (attribute, from) in s_fromRequest)
        {
            if (HasAttribute(parameter, attribute))
                return from;
        }

        if (s_fromContainer.Any(attribute => HasAttribute(parameter, attribute)) || s_provided.Any(name => parameter.Type.IsOrInherits(types[name])))
            return null;
        return kind switch
        {
            EndpointKind.RouteHandler => IsText(parameter.Type) || IsUpload(parameter.Type) || IsBody(parameter.Type) ? "the request" : null,
            EndpointKind.HubMethod => "the hub call",
            EndpointKind.GrpcMethod => parameter.Ordinal == 0 ? "the gRPC request" : null,
            _ => "the request",
        };
    }

    private static bool IsText(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsText(array.ElementType),
        INamedTypeSymbol { Name: "StringValues" } => true,
        INamedTypeSymbol { Arity: 1 } generic when generic.Name is "List" or "IEnumerable" or "IReadOnlyList" or "IList" or "ICollection" => IsText(generic.TypeArguments[0]),
        _ => type.SpecialType is SpecialType.System_String or SpecialType.System_Object,
    };

    private bool IsUpload(ITypeSymbol type) =>
        type.IsOrInherits(types["Microsoft.AspNetCore.Http.IFormFile"]) || type.IsOrInherits(types["Microsoft.AspNetCore.Http.IFormCollection"]) ||
        type.IsOrInherits(types["Microsoft.AspNetCore.Http.IFormFileCollection"]);

    /// <summary>
    /// Whether a type of a route handler's parameter is read from the body rather than had from the container: a shape to fill (settable
    /// properties or a record), not a service (an interface, a database context, a class that only does things).
    /// </summary>
    private bool IsBody(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false } named || named.DeclaringSyntaxReferences.IsEmpty)
            return false;
        if (named.IsOrInherits(types["Microsoft.EntityFrameworkCore.DbContext"]))
            return false;
        return named.SelfAndBaseTypes().OfType<INamedTypeSymbol>().Any(current =>
            current.IsRecord || current.GetMembers().OfType<IPropertySymbol>().Any(property => property is { IsStatic: false, SetMethod.DeclaredAccessibility: Accessibility.Public }));
    }

    private bool HasAttribute(ISymbol symbol, string metadataName) =>
        types[metadataName] is { } attribute && symbol.GetAttributes().Any(data => data.AttributeClass.IsOrInherits(attribute));
}
