using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.Analyzers.Todo.Suppressions;

/// <summary>The comment that stands behind a suppression or on the line above it.</summary>
internal static class CommentsAround
{
    /// <summary>The comment on the same line, behind a position; null if there is none.</summary>
    public static string? Behind(SourceText text, int position)
    {
        var line = text.Lines.GetLineFromPosition(position);
        var rest = text.ToString(TextSpan.FromBounds(position, line.End));
        var start = Math.Min(IndexOf(rest, "//"), IndexOf(rest, "/*"));
        return start == int.MaxValue ? null : Content(rest.Substring(start));
    }

    /// <summary>The comment that ends on the line above a position; lines of suppressions between do not separate them.</summary>
    public static string? Above(SourceText text, int position)
    {
        for (var number = text.Lines.GetLineFromPosition(position).LineNumber - 1; number >= 0; number--)
        {
            var line = text.Lines[number].ToString().Trim();
            if (line.StartsWith("#pragma warning disable", StringComparison.Ordinal) || line.StartsWith("[", StringComparison.Ordinal))
                continue;
            return line.StartsWith("//", StringComparison.Ordinal) || line.EndsWith("*/", StringComparison.Ordinal) ? Content(line) : null;
        }

        return null;
    }

    private static string Content(string comment)
    {
        var end = comment.IndexOf("*/", StringComparison.Ordinal);
        return (end < 0 ? comment : comment.Substring(0, end)).Trim('/', '*', ' ', '\t');
    }

    private static int IndexOf(string text, string part) => text.IndexOf(part, StringComparison.Ordinal) is >= 0 and var index ? index : int.MaxValue;
}
