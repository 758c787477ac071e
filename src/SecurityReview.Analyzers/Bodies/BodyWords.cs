using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Bodies;

/// <summary>
/// The words without which a body holds nothing for a rule: the names of members and types that it is about, or keywords. They are looked up in the
/// text of the file, once per file, so that a body without any costs next to nothing. Words of comments and texts count too: a gate may open in vain.
/// </summary>
internal sealed class BodyWords
{
    private readonly ConcurrentDictionary<SyntaxTree, ImmutableArray<int>> _places = new();
    private readonly Func<CancellationToken, ImmutableArray<int>> _hashes;
    private readonly WordForm? _form;
    private readonly KnownTypes? _constructed;

    private BodyWords(Func<CancellationToken, ImmutableArray<int>> hashes, WordForm? form, KnownTypes? constructed) =>
        (_hashes, _form, _constructed) = (hashes, form, constructed);

    /// <summary>Exactly these words.</summary>
    public static BodyWords Of(params string[] words) => Of((IEnumerable<string>)words);

    /// <inheritdoc cref="Of(string[])"/>
    public static BodyWords Of(IEnumerable<string> words)
    {
        var hashes = HashesOf(words);
        return new BodyWords(_ => hashes, null, null);
    }

    /// <summary>Words that are found when the first body is looked at. The finding must give the same words however often it runs.</summary>
    public static BodyWords FoundBy(Func<CancellationToken, IEnumerable<string>> find)
    {
        StrongBox<ImmutableArray<int>>? hashes = null;
        return new BodyWords(cancellation => (hashes ??= new StrongBox<ImmutableArray<int>>(HashesOf(find(cancellation)))).Value, null, null);
    }

    /// <summary>These words, and all that are of a form, to which the options of the file add something.</summary>
    public BodyWords OrLike(KnownTypes types, Func<SyntaxTree, ImmutableArray<string>> configured, Func<string, ImmutableArray<string>, bool> form) =>
        new(_hashes, new WordForm(types, configured, form), _constructed);

    /// <summary>These words, and all that are of a form.</summary>
    public BodyWords OrLike(KnownTypes types, Func<string, bool> form) => OrLike(types, static _ => ImmutableArray<string>.Empty, (word, _) => form(word));

    /// <summary>
    /// For words that name types whose constructors are called: also bodies that call a constructor without naming the type, as <c>new(…)</c>, as
    /// <c>base(…)</c> or by an alias.
    /// </summary>
    public BodyWords OrConstructions(KnownTypes types) =>
        new(cancellation => _hashes(cancellation).AddRange(ImmutableArray.Create(TreeNames.TargetTypedNew, TreeNames.ConstructorInitializer)), _form, types);

    /// <summary>Also bodies that assign to an element, <c>map[key] = value</c>, which names nothing.</summary>
    public BodyWords OrElementAssignments() => new(cancellation => _hashes(cancellation).Add(TreeNames.ElementAssignment), _form, _constructed);

    /// <summary>Whether one of the words stands in a declaration, its attributes included.</summary>
    public bool StandIn(SyntaxNode declaration, CancellationToken cancellation)
    {
        var tree = declaration.SyntaxTree;
        if (!_places.TryGetValue(tree, out var places))
            places = _places.GetOrAdd(tree, PlacesIn(tree, cancellation));
        if (places.IsEmpty)
            return false;
        var span = declaration.Span;
        var index = places.BinarySearch(span.Start);
        index = index < 0 ? ~index : index;
        return index < places.Length && places[index] < span.End;
    }

    private static ImmutableArray<int> HashesOf(IEnumerable<string> words) => words.Select(TreeNames.HashOf).Distinct().ToImmutableArray();

    private ImmutableArray<int> PlacesIn(SyntaxTree tree, CancellationToken cancellation)
    {
        var names = TreeNames.Of(tree, cancellation);
        var places = new List<int>();
        foreach (var hash in _hashes(cancellation))
            names.AddPlaces(hash, places);
        if (_constructed is not null)
        {
            foreach (var alias in TypeAliases.Of(_constructed, cancellation).In(tree, cancellation))
                names.AddPlaces(TreeNames.HashOf(alias), places);
        }

        if (_form is not null)
        {
            foreach (var word in _form.In(tree, cancellation))
                names.AddPlaces(TreeNames.HashOf(word), places);
        }

        places.Sort();
        return places.ToImmutableArray();
    }
}
