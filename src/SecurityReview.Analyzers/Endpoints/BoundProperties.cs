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
        "Microsoft.AspNetCore.Mvc.BindPropertyAttribute",
        "Microsoft.AspNetCore.Mvc.FromQueryAttribute",
        "Microsoft.AspNetCore.Mvc.FromRouteAttribute",
        "Microsoft.AspNetCore.Mvc.FromBodyAttribute",
        "Microsoft.AspNetCore.Mvc.FromFormAttribute",
        "Microsoft.AspNetCore.Mvc.FromHeaderAttribute",
    ];

    private readonly KnownTypes _types;
    private readonly INamedTypeSymbol? _bindAll;
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<IPropertySymbol>> _properties = new(SymbolEqualityComparer.Default);

    private BoundProperties(KnownTypes types)
    {
        _types = types;
        _bindAll = types["Microsoft.AspNetCore.Mvc.BindPropertiesAttribute"];
    }

    public static BoundProperties Of(KnownTypes types) => types.Fact(static key => new BoundProperties(key));

    /// <summary>The properties of a type and its bases that a remote caller fills.</summary>
    public ImmutableArray<IPropertySymbol> In(INamedTypeSymbol type) =>
        _types["Microsoft.AspNetCore.Mvc.ControllerBase"] is null ? ImmutableArray<IPropertySymbol>.Empty : _properties.GetOrAdd(type, Find);

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
        return property.GetAttributes().Any(data => s_attributes.Any(name => _types[name] is { } attribute && data.AttributeClass.IsOrInherits(attribute))) ||
            (_bindAll is not null && type.GetAttributes().Any(data => data.AttributeClass.IsOrInherits(_bindAll)));
    }
}
