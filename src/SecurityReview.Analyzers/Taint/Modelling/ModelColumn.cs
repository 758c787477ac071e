using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.Analyzers.Taint.Modelling;

/// <summary>A piece of a line that knows where in the file it stands, so that a problem points at the characters that are wrong.</summary>
internal readonly record struct ModelColumn(string Text, int Start)
{
    public TextSpan Span => new(Start, Text.Length);

    /// <summary>The piece without the blanks around it.</summary>
    public ModelColumn Trimmed()
    {
        var start = 0;
        while (start < Text.Length && IsBlank(Text[start]))
            start++;
        var end = Text.Length;
        while (end > start && IsBlank(Text[end - 1]))
            end--;
        return Part(start, end);
    }

    /// <summary>The part between two positions of this piece.</summary>
    public ModelColumn Part(int start, int end) => new(Text.Substring(start, end - start), Start + start);

    /// <summary>Its words, the last of which is all the rest.</summary>
    public List<ModelColumn> Words(int count)
    {
        var words = new List<ModelColumn>(count);
        var rest = Trimmed();
        while (rest.Text.Length > 0)
        {
            var end = 0;
            while (end < rest.Text.Length && !IsBlank(rest.Text[end]))
                end++;
            if (words.Count == count - 1 || end == rest.Text.Length)
            {
                words.Add(rest);
                break;
            }

            words.Add(rest.Part(0, end));
            rest = rest.Part(end, rest.Text.Length).Trimmed();
        }

        return words;
    }

    /// <summary>The pieces of a list.</summary>
    public IEnumerable<ModelColumn> Items()
    {
        var start = 0;
        for (var comma = Text.IndexOf(','); comma >= 0; comma = Text.IndexOf(',', start))
        {
            yield return Part(start, comma).Trimmed();
            start = comma + 1;
        }

        yield return Part(start, Text.Length).Trimmed();
    }

    /// <summary>A byte order mark in the middle of a file comes from gluing files together.</summary>
    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || c == '\uFEFF';
}
