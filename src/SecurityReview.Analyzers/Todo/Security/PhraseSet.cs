namespace SecurityReview.Analyzers.Todo.Security;

/// <summary>Phrases of one meaning, found by the beginning of their first word.</summary>
internal sealed class PhraseSet
{
    private const int KeyLength = 2;

    private readonly Dictionary<string, List<WordPhrase>> _byBeginning = new(StringComparer.Ordinal);

    /// <param name="lines">One phrase each.</param>
    public PhraseSet(IEnumerable<string> lines)
    {
        foreach (var phrase in lines.Where(line => line.Length > 0).Select(WordPhrase.Parse))
        {
            foreach (var key in phrase.FirstWords.Select(word => KeyOf(word.TrimEnd('*'))).Distinct())
            {
                if (!_byBeginning.TryGetValue(key, out var phrases))
                    _byBeginning.Add(key, phrases = new List<WordPhrase>());
                phrases.Add(phrase);
            }
        }
    }

    /// <summary>The phrases of a text with one on each line.</summary>
    public static PhraseSet OfLines(string lines) =>
        new(lines.Split('\n').Select(line => line.Trim()));

    /// <summary>The words that phrases of the set are made of, as index of the first and index behind the last.</summary>
    public IEnumerable<(int Start, int End)> Find(IReadOnlyList<PlainWord> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!_byBeginning.TryGetValue(KeyOf(words[i].Text), out var phrases))
                continue;
            foreach (var phrase in phrases)
            {
                if (phrase.EndAt(words, i) is { } end)
                    yield return (i, end);
            }
        }
    }

    /// <summary>The words without those of the phrases; in their place stands the end of a sentence.</summary>
    public IReadOnlyList<PlainWord> Remove(IReadOnlyList<PlainWord> words)
    {
        List<PlainWord>? kept = null;
        foreach (var (start, end) in Find(words))
        {
            kept ??= words.ToList();
            for (var i = start; i < end; i++)
                kept[i] = kept[i] with { Text = PlainWord.SentenceEnd };
        }

        return kept ?? words;
    }

    /// <summary>Two letters, of a stem and of a word alike; a stem is never shorter.</summary>
    private static string KeyOf(string word) => word.Length <= KeyLength ? word : word.Substring(0, KeyLength);
}
