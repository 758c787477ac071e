using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Taint.Names;

/// <summary>
/// Where a name stands in the compilation, and in referenced projects that come with their source: the way from a member to its callers and writers
/// without binding anything else. One per compilation: most names are asked for by several rules.
/// </summary>
internal sealed class NameIndex
{
    private static readonly ConditionalWeakTable<Compilation, NameIndex> s_perCompilation = new();

    private readonly ImmutableArray<SyntaxTree> _trees;
    private readonly TreeNames?[] _names;
    private readonly ConcurrentDictionary<string, ImmutableArray<int>> _treesWith = new(StringComparer.Ordinal);

    /// <summary>
    /// The identifiers of the names that were asked for more than once: every handler has a Handle, and who looks for the callers of each would find the same tokens
    /// again. Null for a name that was asked for once. They hold syntax that may be made anew, so they are let go where memory is short.
    /// </summary>
    private readonly ConcurrentDictionary<string, WeakReference<SyntaxToken[]>?> _identifiers = new(StringComparer.Ordinal);

    private NameIndex(Compilation compilation)
    {
        _trees = compilation.SyntaxTrees
            .Concat(compilation.References.OfType<CompilationReference>().Where(static reference => reference.Compilation.Language == LanguageNames.CSharp).SelectMany(static reference => reference.Compilation.SyntaxTrees))
            .ToImmutableArray();
        _names = new TreeNames?[_trees.Length];
    }

    public static NameIndex Of(Compilation compilation) => s_perCompilation.GetValue(compilation, static key => new NameIndex(key));

    /// <summary>The identifiers with a name, in the order of the files and places.</summary>
    public IEnumerable<SyntaxToken> IdentifiersOf(string name, CancellationToken cancellation)
    {
        var found = TokensOf(name, cancellation).Where(static token => token.IsKind(SyntaxKind.IdentifierToken));
        if (!_identifiers.TryGetValue(name, out var kept))
        {
            // Who asks once may stop at the first.
            _identifiers.TryAdd(name, null);
            return found;
        }

        if (kept is not null && kept.TryGetTarget(out var known))
            return known;
        var identifiers = found.ToArray();
        _identifiers[name] = new WeakReference<SyntaxToken[]>(identifiers);
        return identifiers;
    }

    /// <summary>Those in the files that are asked for.</summary>
    public IEnumerable<SyntaxToken> IdentifiersOf(string name, Func<SyntaxTree, bool> isAsked, CancellationToken cancellation) => PlacesOf(name, cancellation)
        .Where(place => isAsked(_trees[place])).SelectMany(place => NamesAt(place, cancellation).TokensOf(name, cancellation)).Where(static token => token.IsKind(SyntaxKind.IdentifierToken));

    /// <summary>Whether any file may have a word.</summary>
    public bool MayHave(string word, CancellationToken cancellation)
    {
        var hash = TreeNames.HashOf(word);
        for (var i = 0; i < _trees.Length; i++)
        {
            if (NamesAt(i, cancellation).MayHave(hash))
                return true;
        }

        return false;
    }

    /// <summary>The identifiers that may name a member: of a private one, those in the files of its type; of null, all.</summary>
    public IEnumerable<SyntaxToken> IdentifiersOf(ISymbol? member, string name, CancellationToken cancellation)
    {
        if (member is not { DeclaredAccessibility: Accessibility.Private, ContainingType: { } holder })
            return IdentifiersOf(name, cancellation);
        var trees = holder.OutermostType().DeclaringSyntaxReferences.Select(static reference => reference.SyntaxTree).Distinct();
        return trees.SelectMany(tree => TreeNames.Of(tree, cancellation).TokensOf(name, cancellation)).Where(static token => token.IsKind(SyntaxKind.IdentifierToken));
    }

    /// <summary>The tokens that are spelled so, keywords too.</summary>
    /// <param name="use">The only use that counts.</param>
    public IEnumerable<SyntaxToken> TokensOf(string word, CancellationToken cancellation, WordUse use = WordUse.Any)
    {
        foreach (var place in PlacesOf(word, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var token in NamesAt(place, cancellation).TokensOf(word, cancellation, use))
                yield return token;
        }
    }

    private ImmutableArray<int> PlacesOf(string word, CancellationToken cancellation) =>
        _treesWith.TryGetValue(word, out var places) ? places : _treesWith.GetOrAdd(word, TreesWith(word, cancellation));

    private ImmutableArray<int> TreesWith(string word, CancellationToken cancellation)
    {
        var hash = TreeNames.HashOf(word);
        var places = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < _trees.Length; i++)
        {
            if (NamesAt(i, cancellation).MayHave(hash))
                places.Add(i);
        }

        return places.ToImmutable();
    }

    private TreeNames NamesAt(int place, CancellationToken cancellation)
    {
        if (_names[place] is { } known)
            return known;
        cancellation.ThrowIfCancellationRequested();
        return _names[place] = TreeNames.Of(_trees[place], cancellation);
    }
}
