using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Storage;

/// <summary>The types whose objects are stored: elements of a <c>DbSet</c>, types mapped by attributes, and identity users.</summary>
internal sealed class EntityTypes
{
    private static readonly ImmutableHashSet<string> s_mappingAttributes =
        ImmutableHashSet.Create(StringComparer.Ordinal, "TableAttribute", "KeyAttribute", "PrimaryKeyAttribute", "BsonIdAttribute", "EntityTypeConfigurationAttribute");

    private readonly FoundOnce<ImmutableHashSet<ITypeSymbol>> _setElements;

    private EntityTypes(KnownTypes types) => _setElements = new(_ => SetElements(types));

    public static EntityTypes Of(KnownTypes types) => types.Fact(known => new EntityTypes(known));

    public bool Contains(INamedTypeSymbol type) => type.SelfAndBaseTypes().Any(current =>
        current.Name is "IdentityUser" or "IdentityRole" || _setElements.Get(CancellationToken.None).Contains(current.OriginalDefinition) || IsMapped(current));

    private static bool IsMapped(ITypeSymbol type) =>
        HasMapping(type) || type.GetMembers().Any(member => member is IPropertySymbol && HasMapping(member));

    private static bool HasMapping(ISymbol symbol) =>
        symbol.GetAttributes().Any(attribute => attribute.AttributeClass is { } type && s_mappingAttributes.Contains(type.Name));

    /// <summary>The element types of all sets that the contexts of this compilation declare.</summary>
    private static ImmutableHashSet<ITypeSymbol> SetElements(KnownTypes types)
    {
        var elements = ImmutableHashSet.CreateBuilder<ITypeSymbol>(SymbolEqualityComparer.Default);
        if (types["Microsoft.EntityFrameworkCore.DbContext"] is not { } context)
            return elements.ToImmutable();
        var set = types["Microsoft.EntityFrameworkCore.DbSet`1"];
        foreach (var type in types.Compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>())
        {
            if (!type.IsOrInherits(context))
                continue;
            foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
            {
                if (property.Type is INamedTypeSymbol { Arity: 1 } constructed && SymbolEqualityComparer.Default.Equals(constructed.OriginalDefinition, set))
                    elements.Add(constructed.TypeArguments[0].OriginalDefinition);
            }
        }

        return elements.ToImmutable();
    }
}
