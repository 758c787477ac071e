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

    private static readonly ImmutableArray<(WordForm, WordUse)> s_noForm = ImmutableArray<(WordForm, WordUse)>.Empty;

    private readonly ConcurrentDictionary<SyntaxTree, ImmutableArray<int>> _places = new();
    private readonly Func<CancellationToken, ImmutableArray<SoughtWord>> _words;
    private readonly ImmutableArray<(WordForm Form, WordUse Use)> _forms;
    private readonly KnownTypes? _constructed;
    private readonly NamespaceReach? _reach;
    private readonly Func<SyntaxToken, bool>? _counts;

    private BodyWords(
        Func<CancellationToken, ImmutableArray<SoughtWord>> words,
        ImmutableArray<(WordForm Form, WordUse Use)> forms, KnownTypes? constructed = null, NamespaceReach? reach = null, Func<SyntaxToken, bool>? counts = null) =>
        (_words, _forms, _constructed, _reach, _counts) = (words, forms, constructed, reach, counts);

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
        return new BodyWords(_ => sought, s_noForm);
    }

    /// <summary>Words that are found when the first body is looked at. The finding must give the same words however often it runs.</summary>
    public static BodyWords FoundBy(KnownTypes types, Func<CancellationToken, IEnumerable<SoughtWord>> find)
    {
        var found = new FoundOnce<ImmutableArray<SoughtWord>>(cancellation => find(cancellation).Distinct().ToImmutableArray());
        return new BodyWords(found.Get, s_noForm, reach: NamespaceReach.Of(types));
    }

    /// <summary>These words, and all that are of a form, to which the options of the file add something.</summary>
    public BodyWords OrLike(
        KnownTypes types, Func<SyntaxTree, ImmutableArray<string>> configured, Func<string, ImmutableArray<string>, bool> form, WordUse use = WordUse.Any) =>
        OrLike(new WordForm(types, configured, form), use);

    /// <summary>These words, and all that are of a form.</summary>
    /// <param name="use">The only use that counts of the words with the form.</param>
    public BodyWords OrLike(WordForm form, WordUse use = WordUse.Any) => new(_words, _forms.Add((form, use)), _constructed, _reach, _counts);

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
    public BodyWords OrConstructions(KnownTypes types) => new(And(s_constructions)._words, _forms, types, _reach, _counts);

    /// <summary>Of these words, only where the syntax around one can be of interest. What is not looked at here is bound in vain.</summary>
    /// <param name="counts">Asked of the token at each place; may be one of another word where the text is a comment or the part of a literal.</param>
    public BodyWords Where(Func<SyntaxToken, bool> counts) => new(_words, _forms, _constructed, _reach, counts);

    /// <summary>Also bodies that assign to an element, <c>map[key] = value</c>, which names nothing.</summary>
    public BodyWords OrElementAssignments() => And(ImmutableArray.Create(new SoughtWord(TreeNames.ElementAssignment, WordUse.Any, null)));

    /// <summary>Texts with a hole that asks for the members of its value, <c>{@value}</c>.</summary>
    public static BodyWords OfDestructuring() => Of([new SoughtWord(TreeNames.Destructuring, WordUse.Any, null)]);

    private BodyWords And(ImmutableArray<SoughtWord> further)
    {
        var all = new FoundOnce<ImmutableArray<SoughtWord>>(cancellation => _words(cancellation).AddRange(further));
        return new BodyWords(all.Get, _forms, _constructed, _reach, _counts);
    }

    /// <summary>Whether one of the words stands in the code of a declaration, its attributes included.</summary>
    public bool StandIn(SyntaxNode declaration, CancellationToken cancellation)
    {
        var tree = declaration.SyntaxTree;
        if (!_places.TryGetValue(tree, out var places))
            places = _places.GetOrAdd(tree, PlacesIn(tree, cancellation));
        if (places.IsEmpty)
            return false;
        var span = ExecutableCode.SpanOf(declaration);
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

        foreach (var (form, use) in _forms)
        {
            foreach (var word in form.In(tree, cancellation))
                names.AddPlaces(TreeNames.HashOf(word), use, places);
        }

        if (_counts is not null && places.Count > 0)
        {
            var root = tree.GetRoot(cancellation);
            places.RemoveAll(place => !_counts(root.FindToken(place)));
        }

        places.Sort();
        return places.ToImmutableArray();
    }
}
