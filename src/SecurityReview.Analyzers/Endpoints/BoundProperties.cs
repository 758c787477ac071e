using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Modelling;

namespace SecurityReview.Analyzers.Endpoints;

/// <summary>
/// The properties that a framework fills from the request before a method of their object runs: by an attribute that a row of the models names,
/// by the binding attributes of pages and controllers, or as route parameters of a component. One per compilation and set of models.
/// </summary>
internal sealed class BoundProperties
{
    private readonly KnownTypes _types;
    private readonly ImmutableArray<(INamedTypeSymbol Attribute, ModelRow Row)> _attributes;
    private readonly INamedTypeSymbol? _bindOne;
    private readonly INamedTypeSymbol? _bindAll;
    private readonly ComponentParameters _components;
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<BoundProperty>> _properties = new(SymbolEqualityComparer.Default);

    private BoundProperties(KnownTypes types, ModelSet models)
    {
        _types = types;
        _attributes = models.EntryRows
            .Where(row => row is { Role: ModelRole.Source, Symbol.Prefix: 'A' } && row.Has(EntryRowPlaces.Property) && types[row.Symbol.Type] is not null)
            .Select(row => (types[row.Symbol.Type]!, row)).ToImmutableArray();
        _bindOne = types["Microsoft.AspNetCore.Mvc.BindPropertyAttribute"];
        _bindAll = types["Microsoft.AspNetCore.Mvc.BindPropertiesAttribute"];
        _components = new ComponentParameters(types);
    }

    public static BoundProperties Of(KnownTypes types, ModelSet models) =>
        types.Fact(static _ => new ConditionalWeakTable<ModelSet, BoundProperties>()).GetValue(models, key => new BoundProperties(types, key));

    /// <summary>The properties of a method's type and its bases that a remote caller has filled when the method runs.</summary>
    /// <param name="method">A method, or a lambda or local function within one.</param>
    public IEnumerable<BoundProperty> FilledIn(IMethodSymbol method)
    {
        // Nothing is filled while the object is made.
        if (method is not { IsStatic: false, MethodKind: not MethodKind.Constructor, ContainingType: { } type })
            return [];
        var properties = _properties.GetOrAdd(type, Find);
        return properties.IsEmpty || !IsGet(method) ? properties : properties.Where(bound => bound.IsFilledOnGet);
    }

    private ImmutableArray<BoundProperty> Find(INamedTypeSymbol type) =>
        type.SelfAndBaseTypes().OfType<INamedTypeSymbol>()
            .TakeWhile(current => !current.DeclaringSyntaxReferences.IsEmpty)
            .SelectMany(current => current.GetMembers().OfType<IPropertySymbol>())
            .Where(property => property is { IsStatic: false, IsIndexer: false, SetMethod.DeclaredAccessibility: Accessibility.Public })
            .Select(property => Bind(property, type))
            .Where(bound => bound is not null)
            .ToImmutableArray()!;

    private BoundProperty? Bind(IPropertySymbol property, INamedTypeSymbol type)
    {
        foreach (var (attribute, row) in _attributes)
        {
            if (SourceKindNames.TryParse(row.Kind, out var kind) && property.HasAttribute(attribute))
                return new BoundProperty(property, SourceOf(property, kind, row.Description), IsFilledOnGet: true);
        }

        if (_components.IsFromRoute(property, type))
            return new BoundProperty(property, SourceOf(property, SourceKinds.Remote, "the route"), IsFilledOnGet: true);
        if (!type.IsOrInherits(_types["Microsoft.AspNetCore.Mvc.RazorPages.PageModel"]) && !type.IsOrInherits(_types["Microsoft.AspNetCore.Mvc.ControllerBase"]))
            return null;
        var bindings = BindingsOf(property).ToList();
        // Without SupportsGet the framework leaves a property alone on GET.
        var supportsGet = bindings.Any(data => data.NamedArguments.Any(argument => argument is { Key: "SupportsGet", Value.Value: true }));
        return bindings.Count > 0 ? new BoundProperty(property, SourceOf(property, SourceKinds.Remote, "the request"), supportsGet) : null;
    }

    private IEnumerable<AttributeData> BindingsOf(IPropertySymbol property) =>
        property.GetAttributes().Where(data => _bindOne is not null && data.AttributeClass.IsOrInherits(_bindOne))
            .Concat(property.ContainingType.GetAttributes().Where(data => _bindAll is not null && data.AttributeClass.IsOrInherits(_bindAll)));

    private static SourceOrigin SourceOf(IPropertySymbol property, SourceKinds kind, string from) =>
        new(kind, from.Length > 0 ? $"'{property.Name}' from {from}" : $"'{property.Name}'", property.Locations.FirstOrDefault() ?? Location.None);

    private static bool IsGet(IMethodSymbol method)
    {
        ISymbol outermost = method;
        while (outermost.ContainingSymbol is IMethodSymbol outer)
            outermost = outer;
        return outermost.Name.StartsWith("OnGet", StringComparison.Ordinal) || outermost.Name.StartsWith("OnHead", StringComparison.Ordinal);
    }
}
