using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Endpoints;

/// <summary>
/// Where the parameters of an endpoint come from, by the binding rules of the framework: the request, or the container. Facts from the
/// ASP.NET Core documentation on model binding and on parameter binding in minimal APIs.
/// </summary>
internal sealed class RequestBinding(KnownTypes types)
{
    private const string Request = "the request";

    /// <summary>Types of the framework that a route handler gets from the body, as they are.</summary>
    private static readonly string[] s_bodies =
    [
        "Microsoft.AspNetCore.Http.IFormFile",
        "Microsoft.AspNetCore.Http.IFormCollection",
        "Microsoft.AspNetCore.Http.IFormFileCollection",
        "System.IO.Stream",
        "System.IO.Pipelines.PipeReader",
        "System.Text.Json.JsonElement",
        "System.Text.Json.JsonDocument",
        "System.Text.Json.Nodes.JsonNode",
        "System.Collections.Generic.IReadOnlyDictionary`2",
        "System.Collections.Generic.IDictionary`2",
    ];

    private readonly ServerParameters _server = new(types);

    /// <summary>Where the caller's choice comes from, in words; null if the parameter is not the caller's.</summary>
    public string? OriginOf(IParameterSymbol parameter, EndpointKind kind, bool isAboutIdentity = false)
    {
        if (_server.Provides(parameter))
            return null;
        return kind switch
        {
            EndpointKind.RouteHandler => IsText(parameter.Type) || (IsBody(parameter.Type) && !(isAboutIdentity && BindsByCode(parameter.Type))) || (isAboutIdentity && IsParsed(parameter.Type)) ? Request : null,
            EndpointKind.HubMethod => "the hub call",
            EndpointKind.GrpcMethod => parameter.Ordinal == 0 ? "the gRPC request" : null,
            _ => Request,
        };
    }

    private static bool IsText(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsText(array.ElementType),
        INamedTypeSymbol { Name: "StringValues" or "Uri" } => true,
        INamedTypeSymbol { Arity: 1 } generic when generic.Name is "List" or "IEnumerable" or "IReadOnlyList" or "IList" or "ICollection" => IsText(generic.TypeArguments[0]),
        _ => type.SpecialType is SpecialType.System_String or SpecialType.System_Object,
    };

    /// <summary>A type that is made from the request by code of its own: that may as well read who calls.</summary>
    private static bool BindsByCode(ITypeSymbol type) => type.GetMembers("BindAsync").Any(static member => member is IMethodSymbol { IsStatic: true });

    /// <summary>Numbers, Guids and other values that the framework reads from text; no class with services is one.</summary>
    private static bool IsParsed(ITypeSymbol type) => type is { IsValueType: true } and not { Name: "CancellationToken" };

    /// <summary>
    /// Whether a type of a route handler's parameter is read from the request rather than had from the container: a shape to fill, a type that
    /// says how it is read, or one that the framework reads; not a service.
    /// </summary>
    private bool IsBody(ITypeSymbol type)
    {
        if (s_bodies.Any(name => type.IsOrInherits(types[name])))
            return true;
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false } named)
            return false;
        return named.DeclaringSyntaxReferences.IsEmpty ? OnlyHoldsData(named) : IsShape(named) || ReadsItself(named);
    }

    /// <summary>Settable properties or a record; a class without them only does things.</summary>
    private static bool IsShape(INamedTypeSymbol type) =>
        type.SelfAndBaseTypes().OfType<INamedTypeSymbol>().Any(current => current.IsRecord || PropertiesOf(current).Any(IsSettable));

    /// <summary>The methods by which a type tells the framework to read it from the request.</summary>
    private static bool ReadsItself(INamedTypeSymbol type) =>
        type.GetMembers("BindAsync").Concat(type.GetMembers("TryParse")).Any(member => member is IMethodSymbol { IsStatic: true, DeclaredAccessibility: Accessibility.Public });

    /// <summary>A class of another assembly is taken for a message only if it does nothing else: settable properties and no methods of its own.</summary>
    private static bool OnlyHoldsData(INamedTypeSymbol type) =>
        type.SelfAndBaseTypes().OfType<INamedTypeSymbol>().All(current =>
            current.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType ||
            (current.GetMembers().All(member => member is not IMethodSymbol { MethodKind: MethodKind.Ordinary, IsOverride: false, IsStatic: false, IsImplicitlyDeclared: false } method || IsOfRecord(method)) &&
                PropertiesOf(current).Any(IsSettable)));

    /// <summary>In metadata nothing tells the methods that the compiler makes for a record.</summary>
    private static bool IsOfRecord(IMethodSymbol method) =>
        method.Name is "<Clone>$" or "PrintMembers" or "Deconstruct" or "Equals" or "GetHashCode" or "ToString";

    private static bool IsSettable(IPropertySymbol property) => property is { IsStatic: false, SetMethod.DeclaredAccessibility: Accessibility.Public };

    private static IEnumerable<IPropertySymbol> PropertiesOf(INamedTypeSymbol type) => type.GetMembers().OfType<IPropertySymbol>();
}
