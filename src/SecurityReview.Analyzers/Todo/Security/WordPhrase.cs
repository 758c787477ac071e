using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Todo.Security;

/// <summary>
/// A phrase as a line of the vocabulary writes it: words in a row, <c>a|b</c> for either, <c>stem*</c> for every word that begins so, <c>_</c> for
/// a few words of any kind.
/// </summary>
internal sealed class WordPhrase
{
    private const string Gap = "_";
    private const int WidestGap = 4;

    private readonly ImmutableArray<ImmutableArray<string>> _parts;

    private WordPhrase(ImmutableArray<ImmutableArray<string>> parts) => _parts = parts;

    /// <summary>What the first word may be.</summary>
    public ImmutableArray<string> FirstWords => _parts[0];

    public static WordPhrase Parse(string line) =>
        new(line.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('|').ToImmutableArray()).ToImmutableArray());

    /// <summary>The index behind the last word of the phrase where it stands at an index; null where it does not stand there.</summary>
    public int? EndAt(IReadOnlyList<PlainWord> words, int at) => EndAt(words, at, 0);

    private int? EndAt(IReadOnlyList<PlainWord> words, int at, int part)
    {
        if (part == _parts.Length)
            return at;
        if (_parts[part][0] != Gap)
            return at < words.Count && IsOneOf(words[at].Text, _parts[part]) ? EndAt(words, at + 1, part + 1) : null;
        for (var skipped = 0; skipped <= WidestGap; skipped++)
        {
            if (EndAt(words, at + skipped, part + 1) is { } end)
                return end;
            if (at + skipped >= words.Count || words[at + skipped].Text == PlainWord.SentenceEnd)
                return null;
        }

        return null;
    }

    private static bool IsOneOf(string word, ImmutableArray<string> patterns)
    {
        foreach (var pattern in patterns)
        {
            if (Matches(word, pattern))
                return true;
        }

        return false;
    }

    private static bool Matches(string word, string pattern) =>
        pattern[pattern.Length - 1] == '*'
            ? word.Length >= pattern.Length - 1 && string.CompareOrdinal(word, 0, pattern, 0, pattern.Length - 1) == 0
            : word == pattern;
}
