using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Taint.Modelling;

/// <summary>
/// All rows that hold in a compilation. Kept by member name, prefix rows apart; a symbol is compared only when its name matches, and a
/// row that resolves to nothing costs nothing.
/// </summary>
internal sealed class ModelSet
{
    private readonly ImmutableDictionary<string, ImmutableArray<ModelRow>> _byName;
    private readonly ImmutableDictionary<string, ImmutableArray<ModelRow>> _byPrefix;
    private readonly ConcurrentDictionary<string, ImmutableArray<ModelRow>> _candidates = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ITypeSymbol, ModelRow?> _typeSources = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<ModelRow>> _rows = new(SymbolEqualityComparer.Default);

    public ModelSet(IEnumerable<ModelRow> rows)
    {
        var all = rows.ToImmutableArray();
        _byName = ByMember(all.Where(row => !row.Symbol.IsPrefix));
        _byPrefix = ByMember(all.Where(row => row.Symbol.IsPrefix));
        EntryRows = all.Where(EntryRowPlaces.Concern).ToImmutableArray();
    }

    /// <summary>The rows that say how values enter the program: for the entry points.</summary>
    public ImmutableArray<ModelRow> EntryRows { get; }

    /// <summary>Whether a member with this name can have a row of a role and kind: the gate before any symbol work.</summary>
    /// <param name="name">The member's name; <c>#ctor</c> for constructors.</param>
    public bool MayMatch(string name, ModelRole role, string kind) =>
        Candidates(name).Any(row => row.Role == role && row.Kind == kind);

    /// <summary>The names with which code speaks of the members that rows of a role and kind are about: those of their types that the compilation has.</summary>
    public IEnumerable<MemberName> NamesOf(ModelRole role, string kind, KnownTypes types, CancellationToken cancellation)
    {
        var rows = _byName.Values.Concat(_byPrefix.Values).SelectMany(static group => group).Where(row => row.Role == role && row.Kind == kind);
        var reach = NamespaceReach.Of(types);
        foreach (var row in rows)
        {
            if (!reach.MayBeKnown(row.Symbol.Type, cancellation) || types[row.Symbol.Type] is not { } type)
                continue;
            if (row.Symbol.Member == "#ctor")
                yield return MemberName.OfType(type);
            else if (!row.Symbol.IsPrefix)
                yield return MemberName.OfMember(row.Symbol.Member, type);
            else
                foreach (var name in type.MemberNames.Where(row.Symbol.MatchesName))
                    yield return MemberName.OfMember(name, type);
        }
    }

    /// <summary>
    /// The rows that hold for a member: its own, and those of the members that it overrides or implements. A property stands for its
    /// accessors.
    /// </summary>
    public ImmutableArray<ModelRow> RowsOf(ISymbol member)
    {
        var candidates = Candidates(ModelSymbol.NameOf(member));
        return candidates.IsEmpty
            ? ImmutableArray<ModelRow>.Empty
            : _rows.GetOrAdd(member.OriginalDefinition, symbol => Resolve(symbol, candidates));
    }

    /// <summary>Whether a row speaks of this very member, not only of one that it overrides or implements: it then goes before the member's code.</summary>
    public bool HasOwnRow(ISymbol member) => RowsOf(member).Any(row => row.Symbol.Matches(member));

    /// <summary>The row that calls everything of a type a source; null if none does.</summary>
    public ModelRow? SourceOfType(ITypeSymbol? type) => type is INamedTypeSymbol named ? _typeSources.GetOrAdd(named.OriginalDefinition, FindTypeSource) : null;

    private ModelRow? FindTypeSource(ITypeSymbol type) =>
        Candidates(type.MetadataName).FirstOrDefault(row => row is { Role: ModelRole.Source, Symbol.Prefix: 'T' } && row.Symbol.MatchesType((INamedTypeSymbol)type));

    /// <summary>The source rows for an attribute and those that it inherits from.</summary>
    public IEnumerable<ModelRow> AttributeRowsOf(INamedTypeSymbol attribute)
    {
        for (var current = attribute; current is not null; current = current.BaseType)
        {
            foreach (var row in Candidates(current.Name))
            {
                if (row.Symbol.Prefix == 'A' && row.Symbol.MatchesType(current))
                    yield return row;
            }
        }
    }

    private static ImmutableArray<ModelRow> Resolve(ISymbol member, ImmutableArray<ModelRow> candidates)
    {
        var rows = ImmutableArray.CreateBuilder<ModelRow>();
        var seen = new HashSet<ModelRow>();
        foreach (var declaration in Declarations(member))
            rows.AddRange(candidates.Where(row => row.Symbol.Matches(declaration) && seen.Add(row)));
        return rows.ToImmutable();
    }

    private static ImmutableDictionary<string, ImmutableArray<ModelRow>> ByMember(IEnumerable<ModelRow> rows) =>
        rows.GroupBy(row => row.Symbol.Member, StringComparer.Ordinal)
            .ToImmutableDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);

    private static IEnumerable<ISymbol> Declarations(ISymbol member)
    {
        var overridden = new List<ISymbol>();
        for (ISymbol? current = member; current is not null; current = Overridden(current))
            overridden.Add(current.OriginalDefinition);
        foreach (var current in overridden)
            yield return current;
        if (member.ContainingType is not { TypeKind: not TypeKind.Interface } type || member.IsStatic)
            yield break;
        foreach (var candidate in type.AllInterfaces)
        {
            foreach (var declared in candidate.GetMembers(member.Name))
            {
                // For an override the compiler names the member of the base class that it overrides.
                if (type.FindImplementationForInterfaceMember(declared)?.OriginalDefinition is { } implementation && overridden.Contains(implementation, SymbolEqualityComparer.Default))
                    yield return declared;
            }
        }
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };

    private ImmutableArray<ModelRow> Candidates(string name) => _candidates.GetOrAdd(name, Find);

    /// <summary>The rows for a name, then those for each of its beginnings.</summary>
    private ImmutableArray<ModelRow> Find(string name)
    {
        var rows = _byName.TryGetValue(name, out var exact) ? exact : ImmutableArray<ModelRow>.Empty;
        for (var length = 0; length <= name.Length; length++)
        {
            if (_byPrefix.TryGetValue(name.Substring(0, length), out var begun))
                rows = rows.AddRange(begun);
        }

        return rows;
    }
}
