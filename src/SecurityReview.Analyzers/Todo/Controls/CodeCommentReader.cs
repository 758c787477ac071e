using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.Analyzers.Todo.Controls;

/// <summary>
/// Finds the comments of a file that may hold code, by a search through its text: whoever walks through all trivia pays for the comments of
/// everybody. Documentation is none.
/// </summary>
internal static class CodeCommentReader
{
    private const int MostLines = 40;

    /// <summary>The runs of lines that look like code, each of one comment or of line comments below each other.</summary>
    public static IEnumerable<CodeComment> Read(string text, SyntaxNode root, CancellationToken cancellation)
    {
        var run = new List<CommentLine>();
        for (var at = text.IndexOf('/'); at >= 0 && at + 1 < text.Length; at = text.IndexOf('/', at))
        {
            cancellation.ThrowIfCancellationRequested();
            if (text[at + 1] == '/')
            {
                var line = LineAt(text, at);
                if (run.Count > 0 && !Continues(text, run[run.Count - 1], at))
                {
                    foreach (var comment in CodeIn(run, text, root))
                        yield return comment;
                    run.Clear();
                }

                run.Add(line);
                at = Math.Min(line.LineEnd, text.Length - 1);
            }
            else if (text[at + 1] == '*' && (at + 2 >= text.Length || text[at + 2] != '*'))
            {
                var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                end = end < 0 ? text.Length : end;
                foreach (var comment in CodeIn(BlockLines(text, at, end), text, root))
                    yield return comment;
                // A block that is none, in a string say, must not hide what follows.
                at += 2;
            }
            else
            {
                at++;
            }
        }

        foreach (var comment in CodeIn(run, text, root))
            yield return comment;
    }

    /// <summary>The stretches of lines that look like code.</summary>
    private static IEnumerable<CodeComment> CodeIn(IReadOnlyList<CommentLine> lines, string text, SyntaxNode root)
    {
        for (var first = 0; first < lines.Count; first++)
        {
            if (!LooksLikeCode(text, lines[first]))
                continue;
            var last = first;
            while (last + 1 < lines.Count && LooksLikeCode(text, lines[last + 1]))
                last++;
            if (last - first < MostLines && IsComment(root, lines[first]))
            {
                var code = string.Join("\n", lines.Skip(first).Take(last - first + 1).Select(line => text.Substring(line.Start, line.End - line.Start)));
                var before = first == 0 ? "" : text.Substring(lines[first - 1].Start, lines[first - 1].End - lines[first - 1].Start);
                yield return new CodeComment(code, TextSpan.FromBounds(lines[first].Start, lines[last].End), before);
            }

            first = last;
        }
    }

    private static bool IsComment(SyntaxNode root, CommentLine line) =>
        root.FindTrivia(line.Comment).Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia;

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
        var lineEnd = start;
        while (lineEnd < text.Length && text[lineEnd] is not ('\n' or '\r'))
            lineEnd++;
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
        public bool Is(string text, string word) => End - Start == word.Length && string.CompareOrdinal(text, Start, word, 0, word.Length) == 0;
    }
}
