using SecurityReview.Tool.Reviewing;

namespace SecurityReview.Tool.Reporting.Text;

/// <summary>A line of code in three parts, of which the middle one is meant; without its indentation, tabs made spaces.</summary>
internal sealed record CodeExcerpt(string Before, string Marked, string After)
{
    private const string Cut = "…";

    /// <param name="place">What is meant.</param>
    /// <param name="width">How long the excerpt may be; null if it must not be cut.</param>
    public static CodeExcerpt Of(CodePlace place, int? width)
    {
        var line = place.LineText.Replace('\t', ' ').TrimEnd();
        var start = Math.Min(place.Span.Start.Character, line.Length);
        var end = Math.Min(start + place.LengthOnLine, line.Length);
        var indentation = line.Length - line.TrimStart().Length;
        var first = Math.Min(indentation, start);
        var excerpt = new CodeExcerpt(line[first..start], line[start..end], line[end..]);
        return width is { } limit ? excerpt.Shortened(Math.Max(20, limit)) : excerpt;
    }

    /// <summary>What is meant stays in sight as far as possible; what stands before and after it gives way.</summary>
    private CodeExcerpt Shortened(int limit)
    {
        if (Before.Length + Marked.Length + After.Length <= limit)
            return this;
        var marked = Marked.Length > limit - 2 ? Marked[..(limit - 3)] + Cut : Marked;
        var room = Math.Max(1, limit - marked.Length);
        var before = Before.Length <= room / 2 || Before.Length + 1 <= room ? Before : Cut + Before[^Math.Max(0, (room / 2) - 1)..];
        var left = Math.Max(0, room - before.Length);
        var after = After.Length <= left ? After : After[..Math.Max(0, left - 1)] + Cut;
        return new CodeExcerpt(before, marked, after);
    }
}
