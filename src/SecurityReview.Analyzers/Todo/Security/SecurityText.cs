using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Todo.Security;

/// <summary>
/// Judges whether a text speaks of security. A telling phrase is enough; ambiguous words count with a second one, or by the place of the
/// comment; vague ones only add to others. So do telling words that are part of a name of the program, and all words of one name count as one: see <see cref="CodeNames"/>.
/// </summary>
internal sealed class SecurityText
{
    /// <summary>Reached by one telling phrase, two ambiguous words, or an ambiguous one with a vague one.</summary>
    public const int Certain = 3;

    /// <summary>Reached by one ambiguous word, or by two vague ones.</summary>
    public const int Ambiguous = 2;

    private const int Vague = 1;

    private readonly PhraseSet? _configured;

    /// <param name="configured">Words and phrases of the user's own that count as telling.</param>
    public SecurityText(ImmutableArray<string> configured) =>
        _configured = configured.IsEmpty ? null : new PhraseSet(configured.Select(SeparateWords));

    /// <param name="text">The comment's text.</param>
    /// <param name="surroundings">The names of the types and members around it, which tell what their words mean: a race of cars, the tokens of a parser.</param>
    public SecurityRelevance Judge(string text, Func<IEnumerable<string>> surroundings)
    {
        var words = (IReadOnlyList<PlainWord>)PlainWords.Of(text);
        if (_configured is not null && First(_configured, words, text) is { } own)
            return new SecurityRelevance(Certain, own);
        words = SecurityWords.Harmless.Remove(words);
        if (First(SecurityWords.Telling, words, text, CodeNames.Mention) is { } phrase)
            return new SecurityRelevance(Certain, phrase);
        List<PlainWord>? around = null;
        if (First(SecurityWords.Concurrency, words, text) is { } race && !IsOfOtherTrade("race"))
            return new SecurityRelevance(Certain, race);
        var found = Ambiguities(words, text).Concat(Mentions(words, text))
            .GroupBy(pair => CodeNames.StartOf(text, pair.Start)).Select(name => name.OrderByDescending(pair => pair.Weight).First())
            .GroupBy(pair => pair.Family).Select(family => family.First())
            .Where(pair => !IsOfOtherTrade(pair.Family)).ToList();
        return new SecurityRelevance(found.Sum(pair => pair.Weight), string.Join(", ", found.Select(pair => pair.Written)));

        bool IsOfOtherTrade(string family) =>
            SecurityWords.TradeOf(family) is { } trade && trade.Find(around ??= Around(text, surroundings())).Any();
    }

    private static IEnumerable<(string Family, int Weight, string Written, int Start)> Ambiguities(IReadOnlyList<PlainWord> words, string text)
    {
        foreach (var word in words)
        {
            if (SecurityWords.AmbiguousWords.TryGetValue(word.Text, out var family))
                yield return (family, SecurityWords.VagueFamilies.Contains(family) ? Vague : Ambiguous, Written(text, word, word), word.Start);
        }
    }

    /// <summary>Names of the program that have to do with security; all of them together are one vague word.</summary>
    private static IEnumerable<(string Family, int Weight, string Written, int Start)> Mentions(IReadOnlyList<PlainWord> words, string text)
    {
        foreach (var (start, end) in SecurityWords.Telling.Find(words))
            yield return ("name", Vague, Written(text, words[start], words[end - 1]), words[start].Start);
    }

    /// <summary>The text and the names around it, in words of the same form.</summary>
    private static List<PlainWord> Around(string text, IEnumerable<string> surroundings) =>
        PlainWords.Of(text).Concat(surroundings.SelectMany(PlainWords.Of)).ToList();

    /// <param name="isMention">Whether a single word is only part of something else that is named there; such words are passed over.</param>
    private static string? First(PhraseSet phrases, IReadOnlyList<PlainWord> words, string text, Func<string, PlainWord, bool>? isMention = null)
    {
        foreach (var (start, end) in phrases.Find(words))
        {
            if (end - start > 1 || isMention?.Invoke(text, words[start]) != true)
                return Written(text, words[start], words[end - 1]);
        }

        return null;
    }

    private static string Written(string text, PlainWord first, PlainWord last) =>
        text.Substring(first.Start, last.End - first.Start).Replace('\n', ' ');

    private static string SeparateWords(string configured)
    {
        var isStem = configured.EndsWith("*", StringComparison.Ordinal);
        return string.Join(" ", PlainWords.Of(configured).Select(word => word.Text)) + (isStem ? "*" : "");
    }
}
