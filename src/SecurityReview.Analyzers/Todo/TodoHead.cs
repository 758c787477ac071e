using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Todo;

/// <summary>The parts of a TODO line: <c>TAG(detail, detail): text</c>.</summary>
/// <param name="Tag">The tag as written.</param>
/// <param name="Details">The items of the parentheses (or brackets) after the tag.</param>
/// <param name="Text">The rest of the line, without the separator.</param>
/// <param name="Line">The line as a whole.</param>
internal sealed record TodoHead(string Tag, ImmutableArray<string> Details, string Text, string Line)
{
    private const int LongestHead = 200;

    private static readonly char[] s_itemSeparators = [',', ';', '|'];

    /// <summary>Takes a line apart that starts with a tag.</summary>
    public static TodoHead Parse(string line, int tagLength)
    {
        var details = ImmutableArray<string>.Empty;
        var end = tagLength;
        var open = SkipSpaces(line, tagLength);
        if (open < line.Length && line[open] is '(' or '[' && Close(line, open) is { } close && IsHead(line, tagLength, open, close))
        {
            details = Items(line.Substring(open + 1, close - open - 1));
            end = close + 1;
        }

        return new TodoHead(line.Substring(0, tagLength), details, line.Substring(TextStart(line, end)).TrimEnd(), line);
    }

    /// <summary>The end of the parentheses; null where they are not closed, or so late that they are prose.</summary>
    private static int? Close(string line, int open)
    {
        var close = line.IndexOf(line[open] == '(' ? ')' : ']', open, Math.Min(line.Length - open, LongestHead));
        return close < 0 ? null : close;
    }

    /// <summary>
    /// Parentheses belong to the tag where they follow it at once, or with a colon behind them; and where each item is short: a longer
    /// one is a remark that happens to come first.
    /// </summary>
    private static bool IsHead(string line, int tagLength, int open, int close)
    {
        var isAttached = open == tagLength || (SkipSpaces(line, close + 1) is var next && next < line.Length && IsColon(line[next]));
        return isAttached && Items(line.Substring(open + 1, close - open - 1)).All(OwnerRecognizer.IsShort);
    }

    private static ImmutableArray<string> Items(string list) =>
        list.Split(s_itemSeparators).Select(item => item.Trim()).Where(item => item.Length > 0).ToImmutableArray();

    private static int TextStart(string line, int end)
    {
        var start = SkipSpaces(line, end);
        var isSeparated = start < line.Length && (IsColon(line[start]) || (line[start] is '-' or '\u2013' or '\u2014'));
        return isSeparated ? SkipSpaces(line, start + 1) : start;
    }

    private static bool IsColon(char character) => character is ':' or '\uFF1A';

    private static int SkipSpaces(string line, int from)
    {
        while (from < line.Length && char.IsWhiteSpace(line[from]))
            from++;
        return from;
    }
}
