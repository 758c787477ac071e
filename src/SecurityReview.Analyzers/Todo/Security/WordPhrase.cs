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

    /// <summary>The places of the phrase; null for a gap.</summary>
    private readonly ImmutableArray<WordChoice?> _parts;

    private WordPhrase(ImmutableArray<WordChoice?> parts) => _parts = parts;

    /// <summary>What the first word may be; a phrase begins with no gap.</summary>
    public WordChoice First => _parts[0]!;

    public static WordPhrase Parse(string line) =>
        new(line.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(part => part == Gap ? null : WordChoice.Parse(part)).ToImmutableArray());

    /// <summary>The index behind the last word of the phrase whose first word stands at an index; null where the others do not follow.</summary>
    public int? EndBehind(IReadOnlyList<PlainWord> words, int first) => EndAt(words, first + 1, 1);

    private int? EndAt(IReadOnlyList<PlainWord> words, int at, int part)
    {
        if (part == _parts.Length)
            return at;
        if (_parts[part] is { } choice)
            return at < words.Count && choice.Contains(words[at].Text) ? EndAt(words, at + 1, part + 1) : null;
        for (var skipped = 0; skipped <= WidestGap; skipped++)
        {
            if (EndAt(words, at + skipped, part + 1) is { } end)
                return end;
            if (at + skipped >= words.Count || words[at + skipped].Text == PlainWord.SentenceEnd)
                return null;
        }

        return null;
    }
}
