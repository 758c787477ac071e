using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Storage;

/// <summary>What identifies one row of an entity: by fluent configuration, attributes, or the conventions of EF. One per compilation.</summary>
internal sealed class EntityKeys
{
    private const string Id = "Id";

    private readonly INamedTypeSymbol? _key;
    private readonly INamedTypeSymbol? _documentKey;
    private readonly INamedTypeSymbol? _primaryKey;
    private readonly INamedTypeSymbol? _index;
    private readonly Lazy<FluentKeys> _fluent;
    private readonly ConcurrentDictionary<ITypeSymbol, ImmutableArray<ImmutableHashSet<string>>> _known = new(SymbolEqualityComparer.Default);

    private EntityKeys(KnownTypes types)
    {
        _key = types["System.ComponentModel.DataAnnotations.KeyAttribute"];
        _documentKey = types["MongoDB.Bson.Serialization.Attributes.BsonIdAttribute"];
        _primaryKey = types["Microsoft.EntityFrameworkCore.PrimaryKeyAttribute"];
        _index = types["Microsoft.EntityFrameworkCore.IndexAttribute"];
        _fluent = new(() => FluentKeys.Read(types));
    }

    public static EntityKeys Of(KnownTypes types) => types.Fact(static key => new EntityKeys(key));

    /// <summary>The keys of an entity, each a set of members that together identify a row. The convention holds where nothing else is said.</summary>
    public ImmutableArray<ImmutableHashSet<string>> Of(ITypeSymbol entity) => _known.GetOrAdd(entity, key => Find(key).ToImmutableArray());

    /// <summary>Whether equality on these members leaves at most one row.</summary>
    public bool Identify(ITypeSymbol entity, ICollection<string> members) =>
        members.Count > 0 && Of(entity).Any(key => key.All(members.Contains));

    private IEnumerable<ImmutableHashSet<string>> Find(ITypeSymbol entity)
    {
        var primary = Fluent(entity, isPrimary: true).Concat(PrimaryByAttribute(entity)).ToList();
        foreach (var key in primary)
            yield return key;
        if (primary.Count == 0)
        {
            foreach (var name in ConventionalNames(entity))
                yield return ImmutableHashSet.Create(name);
        }

        foreach (var key in Fluent(entity, isPrimary: false).Concat(UniqueByAttribute(entity)))
            yield return key;
    }

    private IEnumerable<ImmutableHashSet<string>> Fluent(ITypeSymbol entity, bool isPrimary) =>
        entity.SelfAndBaseTypes().SelectMany(type => _fluent.Value.Of(type, isPrimary));

    /// <summary>EF finds <c>Id</c> and <c>TypeId</c> in any case; members of a type parameter are those of its constraints.</summary>
    private static IEnumerable<string> ConventionalNames(ITypeSymbol entity)
    {
        var names = entity.SelfAndBaseTypes().Select(type => type.Name + Id).Append(Id).ToList();
        var members = MembersOf(entity).Select(member => member.Name).Distinct(StringComparer.Ordinal);
        return members.Where(member => names.Any(name => name.Equals(member, StringComparison.OrdinalIgnoreCase)));
    }

    private static IEnumerable<IPropertySymbol> MembersOf(ITypeSymbol entity)
    {
        IEnumerable<ITypeSymbol> types = entity is ITypeParameterSymbol parameter
            ? parameter.ConstraintTypes.SelectMany(constraint => constraint.SelfAndBaseTypes().Concat(constraint.AllInterfaces))
            : entity.SelfAndBaseTypes().Concat(entity.TypeKind == TypeKind.Interface ? entity.AllInterfaces : ImmutableArray<INamedTypeSymbol>.Empty);
        return types.SelectMany(type => type.GetMembers().OfType<IPropertySymbol>()).Where(property => !property.IsStatic);
    }

    private IEnumerable<ImmutableHashSet<string>> PrimaryByAttribute(ITypeSymbol entity)
    {
        // Without an order EF takes several [Key] as one composite key.
        var marked = MembersOf(entity).Where(member => Has(member, _key) || Has(member, _documentKey)).Select(member => member.Name).ToImmutableHashSet();
        if (!marked.IsEmpty)
            yield return marked;
        foreach (var attribute in AttributesOf(entity, _primaryKey))
            yield return NamesIn(attribute);
    }

    private IEnumerable<ImmutableHashSet<string>> UniqueByAttribute(ITypeSymbol entity) =>
        AttributesOf(entity, _index)
            .Where(attribute => attribute.NamedArguments.Any(argument => argument is { Key: "IsUnique", Value.Value: true }))
            .Select(NamesIn);

    private static IEnumerable<AttributeData> AttributesOf(ITypeSymbol entity, INamedTypeSymbol? type) =>
        type is null
            ? []
            : entity.SelfAndBaseTypes().SelectMany(current => current.GetAttributes())
                .Where(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, type) && !NamesIn(attribute).IsEmpty);

    private static bool Has(ISymbol member, INamedTypeSymbol? type) =>
        type is not null && member.GetAttributes().Any(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, type));

    private static ImmutableHashSet<string> NamesIn(AttributeData attribute) =>
        attribute.ConstructorArguments
            .SelectMany(argument => argument.Kind == TypedConstantKind.Array ? argument.Values.Select(value => value.Value) : [argument.Value])
            .OfType<string>()
            .ToImmutableHashSet();
}
