using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.Analyzers.Todo;

/// <summary>
/// One comment of any kind within the text of its file: knows what is decoration (slashes, stars, XML tags) and what a person wrote.
/// </summary>
internal readonly struct CommentText
{
    /// <summary>Longer than any tag of documentation, short enough to be walked back over again and again.</summary>
    private const int LongestXmlTag = 200;

    /// <summary>A thought is shorter; what stands further down in a long comment is about something else.</summary>
    private const int MostContinuationLines = 10;

    private readonly string _text;
    private readonly TextSpan _comment;
    private readonly bool _isBlock;
    private readonly bool _isDocumentation;

    public CommentText(string text, TextSpan comment)
    {
        _text = text;
        _comment = comment;
        _isBlock = StartsWith(comment.Start, "/*");
        _isDocumentation = _isBlock
            ? StartsWith(comment.Start, "/**") && !StartsWith(comment.Start, "/**/")
            : StartsWith(comment.Start, "///") && !StartsWith(comment.Start, "////");
    }

    /// <summary>Whether only decoration stands before a position on its line of the comment.</summary>
    public bool StartsLineAt(int position)
    {
        var i = position;
        var hasSlashes = false;
        while (i > _comment.Start && !IsNewLine(_text[i - 1]))
        {
            var before = _text[i - 1];
            // Within documentation, a second row of slashes is a comment of the sample shown.
            if (before == '/' && _isDocumentation && hasSlashes && _text[i] != '/')
                return false;
            hasSlashes |= before == '/';
            if (char.IsWhiteSpace(before) || before is '/' or '*')
                i--;
            else if (before == '>' && _isDocumentation && XmlTagEndingAt(i) is { } start)
                i = start;
            else
                return false;
        }

        return true;
    }

    /// <summary>The end of what a person wrote on the line of a position: without closing XML tags, stars and spaces.</summary>
    public int ContentEnd(int position)
    {
        var end = position;
        while (end < _comment.End && !IsNewLine(_text[end]))
            end++;
        if (_isBlock && end == _comment.End && end - 2 >= position && StartsWith(end - 2, "*/"))
            end = TrimEnd(position, end - 2, alsoStars: true);
        end = TrimEnd(position, end, alsoStars: false);
        while (_isDocumentation && end > position && _text[end - 1] == '>')
        {
            var open = _text.LastIndexOf('<', end - 1, end - position);
            if (open < 0 || _text[open + 1] != '/')
                break;
            end = TrimEnd(position, open, alsoStars: false);
        }

        return end;
    }

    /// <summary>
    /// The lines after the one that a position is on which go on with the same thought: up to an empty line, an XML tag, the end of
    /// the comment or <paramref name="limit"/>. Lines of <c>//</c> belong together when they follow each other.
    /// </summary>
    public string Continuation(int position, int limit)
    {
        StringBuilder? lines = null;
        var column = _isBlock ? -1 : ColumnOfTrailingComment(position);
        var stop = _isBlock ? _comment.End : _text.Length;
        var count = 0;
        for (var start = NextLine(position, stop); start < stop && start < limit && count < MostContinuationLines; start = NextLine(start, stop))
        {
            count++;
            var content = ContentOfLine(start, stop, column);
            if (content < 0 || content >= limit)
                break;
            var end = ContentEndOfLine(content, stop);
            if (end == content || (_isDocumentation && _text[content] == '<'))
                break;
            lines = (lines ?? new StringBuilder()).Append('\n').Append(_text, content, end - content);
        }

        return lines?.ToString() ?? "";
    }

    private int ContentEndOfLine(int content, int stop) =>
        new CommentText(_text, TextSpan.FromBounds(_comment.Start, stop)).ContentEnd(content);

    /// <summary>Where the content of the line that starts at a position begins; negative if the line is none of this comment.</summary>
    private int ContentOfLine(int start, int stop, int column)
    {
        var i = SkipSpaces(start, stop);
        if (!_isBlock && (!StartsWith(i, "//") || (column >= 0 && i - start != column)))
            return -1;
        while (i < stop && (_isBlock ? _text[i] == '*' && !StartsWith(i, "*/") : _text[i] == '/'))
            i++;
        return SkipSpaces(i, stop);
    }

    /// <summary>The column of a comment that stands behind code, whose next line must stand below it; negative for one with lines of its own.</summary>
    private int ColumnOfTrailingComment(int position)
    {
        var start = position;
        while (start > 0 && !IsNewLine(_text[start - 1]))
            start--;
        return StartsWith(SkipSpaces(start, position), "//") ? -1 : _comment.Start - start;
    }

    private int SkipSpaces(int from, int stop)
    {
        while (from < stop && !IsNewLine(_text[from]) && char.IsWhiteSpace(_text[from]))
            from++;
        return from;
    }

    private int NextLine(int position, int stop)
    {
        while (position < stop && !IsNewLine(_text[position]))
            position++;
        return position + (StartsWith(position, "\r\n") ? 2 : 1);
    }

    private int TrimEnd(int start, int end, bool alsoStars)
    {
        while (end > start && (char.IsWhiteSpace(_text[end - 1]) || (alsoStars && _text[end - 1] == '*')))
            end--;
        return end;
    }

    private int? XmlTagEndingAt(int end)
    {
        for (var i = end - 2; i > _comment.Start && end - i < LongestXmlTag && !IsNewLine(_text[i]); i--)
        {
            if (_text[i] == '<')
                return char.IsLetter(_text[i + 1]) && !IsQuoting(i) ? i : null;
        }

        return null;
    }

    /// <summary>What stands in <c>&lt;c&gt;</c> or <c>&lt;code&gt;</c> is spoken of, not said.</summary>
    private bool IsQuoting(int open) => StartsWith(open, "<c>") || StartsWith(open, "<code");

    private bool StartsWith(int at, string expected) =>
        string.CompareOrdinal(_text, at, expected, 0, expected.Length) == 0;

    private static bool IsNewLine(char character) => character is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';
}
