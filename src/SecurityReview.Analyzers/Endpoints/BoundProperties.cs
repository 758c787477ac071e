using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Endpoints;

/// <summary>
/// The properties of page models and controllers that the framework fills from the request before a handler runs. One per compilation.
/// </summary>
internal sealed class BoundProperties
{
    private static readonly string[] s_attributes =
    [
        "Microsoft.AspNetCore.Mvc.FromQueryAttribute",
        "Microsoft.AspNetCore.Mvc.FromRouteAttribute",
        "Microsoft.AspNetCore.Mvc.FromBodyAttribute",
        "Microsoft.AspNetCore.Mvc.FromFormAttribute",
        "Microsoft.AspNetCore.Mvc.FromHeaderAttribute",
    ];

    private readonly KnownTypes _types;
    private readonly INamedTypeSymbol? _bindOne;
    private readonly INamedTypeSymbol? _bindAll;
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<IPropertySymbol>> _properties = new(SymbolEqualityComparer.Default);

    private BoundProperties(KnownTypes types)
    {
        _types = types;
        _bindOne = types["Microsoft.AspNetCore.Mvc.BindPropertyAttribute"];
        _bindAll = types["Microsoft.AspNetCore.Mvc.BindPropertiesAttribute"];
    }

    public static BoundProperties Of(KnownTypes types) => types.Fact(static key => new BoundProperties(key));

    /// <summary>The properties of a method's type and its bases that a remote caller has filled when the method runs.</summary>
    /// <param name="method">A method, or a lambda or local function within one.</param>
    public IEnumerable<IPropertySymbol> FilledIn(IMethodSymbol method)
    {
        if (method is not { IsStatic: false, ContainingType: { } type } || _types["Microsoft.AspNetCore.Mvc.ControllerBase"] is null)
            return [];
        var properties = _properties.GetOrAdd(type, Find);
        return properties.IsEmpty || !IsGet(method) ? properties : properties.Where(IsFilledOnGet);
    }

    /// <summary>What such a property is, as a source.</summary>
    public static SourceOrigin SourceOf(IPropertySymbol property) =>
        new(SourceKinds.Remote, $"'{property.Name}' from the request", property.Locations.FirstOrDefault() ?? Location.None);

    private ImmutableArray<IPropertySymbol> Find(INamedTypeSymbol type)
    {
        if (!type.IsOrInherits(_types["Microsoft.AspNetCore.Mvc.RazorPages.PageModel"]) && !type.IsOrInherits(_types["Microsoft.AspNetCore.Mvc.ControllerBase"]))
            return ImmutableArray<IPropertySymbol>.Empty;
        return type.SelfAndBaseTypes().OfType<INamedTypeSymbol>()
            .TakeWhile(current => !current.DeclaringSyntaxReferences.IsEmpty)
            .SelectMany(current => current.GetMembers().OfType<IPropertySymbol>().Where(property => IsBound(property, current)))
            .ToImmutableArray();
    }

    private bool IsBound(IPropertySymbol property, INamedTypeSymbol type)
    {
        if (property.IsStatic || property.IsIndexer || property.SetMethod is not { DeclaredAccessibility: Accessibility.Public })
            return false;
        return NamesItsPlace(property) || BindingsOf(property, type).Any();
    }

    /// <summary>Without <c>SupportsGet</c> the framework leaves a property alone on GET.</summary>
    private bool IsFilledOnGet(IPropertySymbol property) =>
        NamesItsPlace(property) || BindingsOf(property, property.ContainingType).Any(data => data.NamedArguments.Any(argument => argument is { Key: "SupportsGet", Value.Value: true }));

    private bool NamesItsPlace(IPropertySymbol property) =>
        property.GetAttributes().Any(data => s_attributes.Any(name => _types[name] is { } attribute && data.AttributeClass.IsOrInherits(attribute)));

    private IEnumerable<AttributeData> BindingsOf(IPropertySymbol property, INamedTypeSymbol type) =>
        property.GetAttributes().Where(data => _bindOne is not null && data.AttributeClass.IsOrInherits(_bindOne))
            .Concat(type.GetAttributes().Where(data => _bindAll is not null && data.AttributeClass.IsOrInherits(_bindAll)));

    private static bool IsGet(IMethodSymbol method)
    {
        ISymbol outermost = method;
        while (outermost.ContainingSymbol is IMethodSymbol outer)
            outermost = outer;
        return outermost.Name.StartsWith("OnGet", StringComparison.Ordinal) || outermost.Name.StartsWith("OnHead", StringComparison.Ordinal);
    }
}
