namespace SecurityReview.Analyzers.Todo.Security;

/// <summary>Phrases of one meaning. Most words of a comment begin none: they are found by their first word, or by the first letters of a stem.</summary>
internal sealed class PhraseSet
{
    private readonly Dictionary<string, List<WordPhrase>> _byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<(string Stem, WordPhrase Phrase)>> _byStem = new();

    /// <param name="lines">One phrase each.</param>
    public PhraseSet(IEnumerable<string> lines)
    {
        foreach (var phrase in lines.Where(line => line.Length > 0).Select(WordPhrase.Parse))
        {
            foreach (var word in phrase.First.Words)
                Add(_byWord, word, phrase);
            foreach (var stem in phrase.First.Stems)
                Add(_byStem, KeyOf(stem), (stem, phrase));
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
            var word = words[i].Text;
            if (_byWord.TryGetValue(word, out var phrases))
            {
                foreach (var phrase in phrases)
                {
                    if (phrase.EndBehind(words, i) is { } end)
                        yield return (i, end);
                }
            }

            if (!_byStem.TryGetValue(KeyOf(word), out var stems))
                continue;
            foreach (var (stem, phrase) in stems)
            {
                if (word.StartsWith(stem, StringComparison.Ordinal) && phrase.EndBehind(words, i) is { } end)
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

    private static void Add<TKey, TItem>(Dictionary<TKey, List<TItem>> index, TKey key, TItem item)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var items))
            index.Add(key, items = new List<TItem>());
        items.Add(item);
    }

    /// <summary>The first two letters, of a stem and of a word alike; a stem is never shorter.</summary>
    private static int KeyOf(string word) => word.Length == 0 ? 0 : word[0] | (word.Length > 1 ? word[1] << 16 : 0);
}
