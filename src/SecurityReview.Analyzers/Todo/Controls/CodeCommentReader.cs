using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.Analyzers.Todo.Controls;

/// <summary>
/// Finds the comments of a file that may hold code, by a search through its text: whoever walks through all trivia pays for the comments of
/// everybody. Documentation is none.
/// </summary>
internal static class CodeCommentReader
{
    private const int MostLines = 40;

    private static readonly char[] s_lineEnds = ['\n', '\r'];

    /// <summary>Beginnings and parts of the words without which no statement and no chain is a control.</summary>
    private static readonly string[] s_markers =
    [
        "if (", "if(", "uthori", "uthenticat", "ntiforgery", "ntiForgery", "Require", "require", "Ensure", "Demand", "Assert", "Enforce", "Check", "Verify", "Validate",
        "Throw", "Deny", "Forbid", "Guard",
    ];

    /// <summary>The only control that is no call and no test.</summary>
    private const string Assignment = "FallbackPolicy";

    /// <summary>The runs of lines that look like code, each of one comment or of line comments below each other.</summary>
    public static IEnumerable<CodeComment> Read(string text, SyntaxNode root, CancellationToken cancellation)
    {
        // What looks like a comment may stand in a string. Candidates and comments are walked side by side, and only where there is a candidate.
        IEnumerator<TextSpan>? comments = null;
        foreach (var candidate in Candidates(text, cancellation))
        {
            comments ??= CommentReader.Comments(root).GetEnumerator();
            while (comments.Current.End <= candidate.Span.Start)
            {
                if (!comments.MoveNext())
                    yield break;
            }

            if (comments.Current.Start <= candidate.Span.Start)
                yield return candidate;
        }
    }

    private static IEnumerable<CodeComment> Candidates(string text, CancellationToken cancellation)
    {
        var run = new List<CommentLine>();
        for (var at = text.IndexOf('/'); at >= 0 && at + 1 < text.Length; at = text.IndexOf('/', at))
        {
            cancellation.ThrowIfCancellationRequested();
            var isBlock = text[at + 1] == '*' && (at + 2 >= text.Length || text[at + 2] != '*');
            if (text[at + 1] != '/' && !isBlock)
            {
                at++;
                continue;
            }

            if (run.Count > 0 && (isBlock || !Continues(text, run[run.Count - 1], at)))
            {
                foreach (var comment in CodeIn(run, text))
                    yield return comment;
                run.Clear();
            }

            if (isBlock)
            {
                var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                foreach (var comment in CodeIn(BlockLines(text, at, end < 0 ? text.Length : end), text))
                    yield return comment;
                // A block that is none, in a string say, must not hide what follows.
                at += 2;
            }
            else
            {
                var line = LineAt(text, at);
                run.Add(line);
                at = Math.Min(line.LineEnd, text.Length - 1);
            }
        }

        foreach (var comment in CodeIn(run, text))
            yield return comment;
    }

    /// <summary>The stretches of lines that look like code.</summary>
    private static IEnumerable<CodeComment> CodeIn(List<CommentLine> lines, string text)
    {
        for (var first = 0; first < lines.Count; first++)
        {
            if (!LooksLikeCode(text, lines[first]))
                continue;
            var last = first;
            while (last + 1 < lines.Count && LooksLikeCode(text, lines[last + 1]))
                last++;
            if (last - first < MostLines && MayBeControl(text, lines, first, last))
            {
                var code = string.Join("\n", lines.GetRange(first, last - first + 1).Select(line => text.Substring(line.Start, line.End - line.Start)));
                var before = first == 0 ? "" : text.Substring(lines[first - 1].Start, lines[first - 1].End - lines[first - 1].Start);
                yield return new CodeComment(code, TextSpan.FromBounds(lines[first].Start, lines[last].End), before);
            }

            first = last;
        }
    }

    /// <summary>Whether any word of the lines can belong to a control: the gate before they are parsed.</summary>
    private static bool MayBeControl(string text, List<CommentLine> lines, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            var line = lines[i];
            if (text[line.Start] == '[' || line.Holds(text, Assignment) || (text.IndexOf('(', line.Start, line.End - line.Start) >= 0 && s_markers.Any(marker => line.Holds(text, marker))))
                return true;
        }

        return false;
    }

    /// <summary>Attributes, the next call of a chain, statements: prose neither starts nor ends like them.</summary>
    private static bool LooksLikeCode(string text, CommentLine line)
    {
        if (line.End <= line.Start)
            return false;
        var last = text[line.End - 1];
        return text[line.Start] switch
        {
            '[' => last is ']' or ';' or ',' or ')' or '(',
            '.' => last is ')' or ';' && line.End - line.Start > 2,
            '{' or '}' or ')' => line.End - line.Start == 1 || last is ';' or ')' or '{',
            '&' or '|' or '?' or '!' or '(' => last is ')' or ';' or '{' or '&' or '|',
            var letter => (char.IsLetter(letter) || letter == '_' || letter == '@') && (last is ';' or ')' or '{' or '}' or '&' or '|' || line.Is(text, "else")),
        };
    }

    private static CommentLine LineAt(string text, int at)
    {
        var start = at;
        while (start < text.Length && text[start] == '/')
            start++;
        var isDocumentation = start - at == 3;
        var lineEnd = text.IndexOfAny(s_lineEnds, start);
        lineEnd = lineEnd < 0 ? text.Length : lineEnd;
        return isDocumentation ? new CommentLine(at, lineEnd, lineEnd, lineEnd) : Trimmed(text, at, start, lineEnd, lineEnd);
    }

    private static List<CommentLine> BlockLines(string text, int at, int end)
    {
        var lines = new List<CommentLine>();
        for (var start = at + 2; start <= end && lines.Count <= MostLines;)
        {
            var lineEnd = start;
            while (lineEnd < end && text[lineEnd] is not ('\n' or '\r'))
                lineEnd++;
            lines.Add(Trimmed(text, at, SkipStars(text, start, lineEnd), lineEnd, lineEnd));
            start = lineEnd + (lineEnd + 1 < end && text[lineEnd] == '\r' && text[lineEnd + 1] == '\n' ? 2 : 1);
        }

        return lines;
    }

    private static int SkipStars(string text, int start, int end)
    {
        var i = start;
        while (i < end && char.IsWhiteSpace(text[i]))
            i++;
        return i < end && text[i] == '*' ? i + 1 : start;
    }

    private static CommentLine Trimmed(string text, int comment, int start, int end, int lineEnd)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return new CommentLine(comment, start, end, lineEnd);
    }

    /// <summary>Whether a line comment stands on the line below another one, alone.</summary>
    private static bool Continues(string text, CommentLine before, int at)
    {
        var newLines = 0;
        for (var i = before.LineEnd; i < at; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n'))
                newLines++;
            else if (!char.IsWhiteSpace(text[i]))
                return false;
        }

        return newLines == 1;
    }

    /// <param name="Comment">Where the comment starts.</param>
    /// <param name="Start">Where what a person wrote on the line starts.</param>
    /// <param name="End">Where it ends.</param>
    /// <param name="LineEnd">Where the line ends.</param>
    private readonly record struct CommentLine(int Comment, int Start, int End, int LineEnd)
    {
        public bool Holds(string text, string part) => text.IndexOf(part, Start, End - Start, StringComparison.Ordinal) >= 0;

        public bool Is(string text, string word) => End - Start == word.Length && string.CompareOrdinal(text, Start, word, 0, word.Length) == 0;
    }
}
