using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.CodeFixes.DataAccess.Binding;

namespace SecurityReview.CodeFixes.DataAccess.Rewriting;

/// <summary>What a repair does to the source of a text: characters that go, and holes that give way to placeholders.</summary>
internal sealed class TextEdits
{
    /// <summary>Starts a placeholder that is no text but a C# expression of one.</summary>
    public const string ExpressionMark = "\uE000";

    private readonly ImmutableSortedDictionary<int, TextSpan> _removed;
    private readonly ImmutableSortedDictionary<int, (TextSpan Span, string Placeholder)> _holes;

    private TextEdits(ImmutableSortedDictionary<int, TextSpan> removed, ImmutableSortedDictionary<int, (TextSpan Span, string Placeholder)> holes)
    {
        _removed = removed;
        _holes = holes;
    }

    /// <summary>
    /// The edits that put a placeholder in the place of each value; null where a character that has to go is written elsewhere, as
    /// in a constant.
    /// </summary>
    public static TextEdits? Create(ComposedText text, IEnumerable<(BoundValue Value, string Placeholder)> values)
    {
        var removed = ImmutableSortedDictionary.CreateBuilder<int, TextSpan>();
        var holes = ImmutableSortedDictionary.CreateBuilder<int, (TextSpan Span, string Placeholder)>();
        foreach (var (value, placeholder) in values)
        {
            var isFirst = true;
            for (var offset = value.Token.Start; offset < value.Token.End; offset++)
            {
                if (text.Sql.IsHole(offset))
                {
                    var span = SpanOf(text.Hole(text.Sql.HoleIndexFrom(offset)));
                    holes[span.Start] = (span, isFirst ? placeholder : "");
                    isFirst = false;
                }
                else if (text.SourceOf(offset) is { } source)
                {
                    removed[source.Start] = source;
                }
                else
                {
                    return null;
                }
            }
        }

        return new TextEdits(removed.ToImmutable(), holes.ToImmutable());
    }

    /// <summary>The placeholder for a hole; empty where an earlier hole of the same string has it, null where the hole stays.</summary>
    public string? PlaceholderAt(TextSpan span) => _holes.TryGetValue(span.Start, out var hole) && hole.Span == span ? hole.Placeholder : null;

    /// <summary>Whether a placeholder is a C# expression.</summary>
    public static bool IsExpression(string? placeholder) => placeholder?.StartsWith(ExpressionMark, StringComparison.Ordinal) == true;

    /// <summary>Whether anything within a stretch of source is edited.</summary>
    public bool Touches(TextSpan span) =>
        _removed.Values.Any(removed => span.Contains(removed)) || _holes.Values.Any(hole => span.Contains(hole.Span));

    /// <summary>The source between two places without the characters that go.</summary>
    /// <param name="source">The text of the token or node that holds the stretch.</param>
    /// <param name="origin">Where the source starts in the file.</param>
    /// <param name="start">The start of the stretch in the file.</param>
    /// <param name="end">Its end.</param>
    /// <param name="isKept">Applied to the kept characters between two edits.</param>
    /// <param name="item">Replaces format items by what they become; by their start in the file.</param>
    public string Apply(string source, int origin, int start, int end, Func<string, string>? isKept = null, IReadOnlyDictionary<int, (TextSpan Span, string Text)>? item = null)
    {
        var result = new System.Text.StringBuilder();
        var from = start;
        for (var at = start; at < end;)
        {
            if (item is not null && item.TryGetValue(at, out var replaced))
            {
                Keep(at);
                result.Append(replaced.Text);
                from = at = replaced.Span.End;
            }
            else if (_removed.TryGetValue(at, out var removed) && removed.Length > 0)
            {
                Keep(at);
                from = at = removed.End;
            }
            else
            {
                at++;
            }
        }

        Keep(end);
        return result.ToString();

        void Keep(int until)
        {
            if (until <= from)
                return;
            var kept = source.Substring(from - origin, until - from);
            result.Append(isKept is null ? kept : isKept(kept));
        }
    }

    private static TextSpan SpanOf(HolePiece hole) => hole.ItemSpan ?? hole.Site.Span;
}
