using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Bodies;

/// <summary>
/// The words without which a body holds nothing for a rule: the names of members and types that it is about, or keywords. They are looked up in the
/// text of the file, once per file, so that a body without any costs next to nothing. Words of comments and texts count too: a gate may open in vain.
/// </summary>
internal sealed class BodyWords
{
    private static readonly ImmutableArray<SoughtWord> s_constructions =
        ImmutableArray.Create(SoughtWord.CallOf("new"), SoughtWord.CallOf("base"), SoughtWord.CallOf("this"));

    private readonly ConcurrentDictionary<SyntaxTree, ImmutableArray<int>> _places = new();
    private readonly Func<CancellationToken, ImmutableArray<SoughtWord>> _words;
    private readonly (WordForm Form, WordUse Use)? _form;
    private readonly KnownTypes? _constructed;
    private readonly NamespaceReach? _reach;

    private BodyWords(Func<CancellationToken, ImmutableArray<SoughtWord>> words, (WordForm, WordUse)? form, KnownTypes? constructed, NamespaceReach? reach) =>
        (_words, _form, _constructed, _reach) = (words, form, constructed, reach);

    /// <summary>Exactly these words.</summary>
    public static BodyWords Of(params string[] words) => Of((IEnumerable<string>)words);

    /// <inheritdoc cref="Of(string[])"/>
    public static BodyWords Of(IEnumerable<string> words) => Of(words.Select(static word => SoughtWord.Of(word)));

    /// <summary>Calls of methods with these names.</summary>
    public static BodyWords OfCalls(params string[] methods) => OfCalls((IEnumerable<string>)methods);

    /// <inheritdoc cref="OfCalls(string[])"/>
    public static BodyWords OfCalls(IEnumerable<string> methods) => Of(methods.Select(SoughtWord.CallOf));

    private static BodyWords Of(IEnumerable<SoughtWord> words)
    {
        var sought = words.Distinct().ToImmutableArray();
        return new BodyWords(_ => sought, null, null, null);
    }

    /// <summary>Words that are found when the first body is looked at. The finding must give the same words however often it runs.</summary>
    public static BodyWords FoundBy(KnownTypes types, Func<CancellationToken, IEnumerable<SoughtWord>> find)
    {
        var found = new FoundOnce<ImmutableArray<SoughtWord>>(cancellation => find(cancellation).Distinct().ToImmutableArray());
        return new BodyWords(found.Get, null, null, NamespaceReach.Of(types));
    }

    /// <summary>These words, and all that are of a form, to which the options of the file add something.</summary>
    public BodyWords OrLike(
        KnownTypes types, Func<SyntaxTree, ImmutableArray<string>> configured, Func<string, ImmutableArray<string>, bool> form, WordUse use = WordUse.Any) =>
        new(_words, (new WordForm(types, configured, form), use), _constructed, _reach);

    /// <summary>These words, and all that are of a form.</summary>
    /// <param name="use">The only use that counts of the words with the form.</param>
    public BodyWords OrLike(KnownTypes types, Func<string, bool> form, WordUse use = WordUse.Any) =>
        OrLike(types, static _ => ImmutableArray<string>.Empty, (word, _) => form(word), use);

    /// <summary>These words, and these in a use.</summary>
    public BodyWords Or(WordUse use, params string[] words) => And(words.Select(word => SoughtWord.Of(word, use)).ToImmutableArray());

    /// <summary>
    /// For words that name types whose constructors are called: also bodies that call a constructor without naming the type, as <c>new(…)</c>, as
    /// <c>base(…)</c> or by an alias.
    /// </summary>
    public BodyWords OrConstructions(KnownTypes types) => new(And(s_constructions)._words, _form, types, _reach);

    /// <summary>Also bodies that assign to an element, <c>map[key] = value</c>, which names nothing.</summary>
    public BodyWords OrElementAssignments() => And(ImmutableArray.Create(new SoughtWord(TreeNames.ElementAssignment, WordUse.Any, null)));

    private BodyWords And(ImmutableArray<SoughtWord> further)
    {
        var all = new FoundOnce<ImmutableArray<SoughtWord>>(cancellation => _words(cancellation).AddRange(further));
        return new BodyWords(all.Get, _form, _constructed, _reach);
    }

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

    private ImmutableArray<int> PlacesIn(SyntaxTree tree, CancellationToken cancellation)
    {
        var names = TreeNames.Of(tree, cancellation);
        var places = new List<int>();
        foreach (var word in _words(cancellation))
        {
            if (word.Namespace is null || (names.MayHave(word.Hash) && _reach!.Includes(tree, word.Namespace, cancellation)))
                names.AddPlaces(word.Hash, word.Use, places);
        }

        if (_constructed is not null)
        {
            foreach (var alias in TypeAliases.In(tree, _constructed, cancellation))
                names.AddPlaces(TreeNames.HashOf(alias), WordUse.Any, places);
        }

        if (_form is var (form, use))
        {
            foreach (var word in form.In(tree, cancellation))
                names.AddPlaces(TreeNames.HashOf(word), use, places);
        }

        places.Sort();
        return places.ToImmutableArray();
    }
}
