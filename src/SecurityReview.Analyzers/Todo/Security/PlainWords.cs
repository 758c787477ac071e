namespace SecurityReview.Analyzers.Todo.Security;

/// <summary>
/// The words of a comment: prose and names alike, so that <c>ValidateOwner</c> reads as "validate owner" and <c>author</c> stays one word that
/// is not "auth".
/// </summary>
internal static class PlainWords
{
    /// <summary>Names of techniques whose capitals stand within a word.</summary>
    private static readonly HashSet<string> s_indivisible = new(StringComparer.OrdinalIgnoreCase) { "OAuth", "OAuth2", "OpenID", "JavaScript", "XSRF", "CSRFs" };

    private const int LongestIndivisible = 10;

    public static List<PlainWord> Of(string text)
    {
        var words = new List<PlainWord>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsLetterOrDigit(text[i]))
            {
                var end = i + 1;
                while (end < text.Length && char.IsLetterOrDigit(text[end]))
                    end++;
                AddParts(text, i, end, words);
                i = SkipGenitive(text, end);
                continue;
            }

            if (EndsSentence(text, i) && words.Count > 0)
                words.Add(new PlainWord(PlainWord.SentenceEnd, i, i + 1));
            i++;
        }

        return words;
    }

    private static void AddParts(string text, int start, int end, List<PlainWord> words)
    {
        var isWhole = end - start <= LongestIndivisible && char.IsUpper(text[start]) && s_indivisible.Contains(text.Substring(start, end - start));
        var from = start;
        for (var i = start + 1; i <= end; i++)
        {
            if (i < end && (isWhole || !StartsPart(text, i, end)))
                continue;
            words.Add(new PlainWord(text.Substring(from, i - from).ToLowerInvariant(), from, i));
            from = i;
        }
    }

    /// <summary>Before a capital that follows a small letter, or that is the last of several before one (<c>SQLText</c>).</summary>
    private static bool StartsPart(string text, int at, int end) =>
        char.IsUpper(text[at]) && (char.IsLower(text[at - 1]) || (char.IsUpper(text[at - 1]) && at + 2 < end && char.IsLower(text[at + 1]) && char.IsLower(text[at + 2])));

    /// <summary>The <c>'s</c> of "the user's" is no word.</summary>
    private static int SkipGenitive(string text, int at)
    {
        if (at + 1 >= text.Length || text[at] is not ('\'' or '\u2019') || !char.IsLetter(text[at + 1]))
            return at;
        return at + 2 < text.Length && char.IsLetterOrDigit(text[at + 2]) ? at + 1 : at + 2;
    }

    private static bool EndsSentence(string text, int at) =>
        text[at] is '.' or ';' or '!' or '?' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]));
}
