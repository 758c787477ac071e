using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Storage;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>The entities that belong to somebody, and the members that say to whom. One per compilation.</summary>
internal sealed class OwnedEntities
{
    private readonly EntityTypes _entities;
    private readonly KeyEvidence _evidence;
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _isEntity = new(SymbolEqualityComparer.Default);

    private OwnedEntities(KnownTypes types)
    {
        _entities = EntityTypes.Of(types);
        _evidence = KeyEvidence.Of(types);
    }

    public static OwnedEntities Of(KnownTypes types) => types.Fact(static key => new OwnedEntities(key));

    /// <summary>Whether objects of a type are stored, so far as the declarations tell.</summary>
    public bool IsEntity(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } named && _isEntity.GetOrAdd(named, _entities.Contains);

    /// <summary>The members of a stored type that name the owner, those of users before those of tenants; empty where nobody owns it.</summary>
    public ImmutableArray<string> KeysOf(ITypeSymbol entity, OwnershipVocabulary vocabulary)
    {
        if (vocabulary.IsExempt(entity))
            return ImmutableArray<string>.Empty;
        var members = entity.SelfAndBaseTypes().SelectMany(static type => type.GetMembers())
            .Where(static member => member is IPropertySymbol { IsStatic: false, IsIndexer: false } or IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false })
            .Select(static member => member.Name).Distinct(StringComparer.Ordinal).ToList();
        var isAudited = members.Any(OwnershipKeys.IsChangeRecord);
        return members.Where(name => IsKey(name, isAudited, vocabulary)).OrderBy(static name => OwnershipKeys.IsOfTenant(name)).ToImmutableArray();
    }

    /// <summary>Who made a row is a note beside who changed it last, unless somebody compares it with the caller.</summary>
    private bool IsKey(string name, bool isAudited, OwnershipVocabulary vocabulary)
    {
        if (OwnershipKeys.IsAlways(name, vocabulary.Keys) && !(isAudited && OwnershipKeys.IsCreationRecord(name)))
            return true;
        return OwnershipKeys.IsWithEvidence(name, vocabulary.Keys) && _evidence.Exists(name, vocabulary);
    }
}
