using SecurityReview.Tool.Reviewing;

namespace SecurityReview.Tool.Reporting.Text;

/// <summary>Lays out the lines of a place: without their common indentation, tabs made spaces, broken where they are too long for the page.</summary>
internal static class CodeExcerpt
{
    private const int Narrowest = 20;

    /// <param name="place">What is meant.</param>
    /// <param name="width">How long a row may be; null if lines may have any length.</param>
    public static IEnumerable<ExcerptRow> Rows(CodePlace place, int? width)
    {
        var lines = place.Lines.Select(line => line.Replace('\t', ' ').TrimEnd()).ToList();
        var indentation = lines.Where(line => line.Length > 0).Select(Indentation).DefaultIfEmpty(0).Min();
        for (var i = 0; i < lines.Count; i++)
        {
            var (start, end) = Marked(place, i, lines[i]);
            var cut = Math.Min(Math.Min(indentation, start), lines[i].Length);
            var row = new ExcerptRow(place.Line + i, lines[i][cut..], start - cut, end - start);
            foreach (var part in Parts(row, Math.Max(Narrowest, width ?? int.MaxValue)))
                yield return part;
        }
    }

    /// <summary>The marked part of one line of the place.</summary>
    private static (int Start, int End) Marked(CodePlace place, int index, string line)
    {
        var isFirst = index == 0;
        var isLast = place.Span.Start.Line + index == place.Span.End.Line;
        var start = Math.Min(isFirst ? place.Span.Start.Character : Indentation(line), line.Length);
        var end = Math.Clamp(isLast ? place.Span.End.Character : line.Length, start, line.Length);
        return (start, end);
    }

    private static IEnumerable<ExcerptRow> Parts(ExcerptRow row, int width)
    {
        while (row.Text.Length > width)
        {
            var at = BreakingPoint(row.Text, width);
            var marked = Math.Clamp(at - row.Start, 0, row.Length);
            yield return row with { Text = row.Text[..at], Start = Math.Min(row.Start, at), Length = marked };
            row = new ExcerptRow(null, row.Text[at..], Math.Max(0, row.Start - at), row.Length - marked);
        }

        yield return row;
    }

    /// <summary>After the last space that fits, unless that would leave most of the row empty.</summary>
    private static int BreakingPoint(string text, int width)
    {
        var space = text.LastIndexOf(' ', width - 1);
        return space > width / 2 ? space + 1 : width;
    }

    private static int Indentation(string line) => line.Length - line.TrimStart().Length;
}
