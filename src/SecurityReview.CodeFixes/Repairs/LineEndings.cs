using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.CodeFixes.Repairs;

/// <summary>The line ending of a file, so that a repair made on one system does not mix it with that system's own.</summary>
internal readonly struct LineEndings
{
    private readonly string? _ending;

    private LineEndings(string? ending) => _ending = ending;

    /// <summary>The ending that every line of a text has; undecided where they differ or there is none.</summary>
    public static LineEndings Of(SourceText text)
    {
        string? ending = null;
        foreach (var line in text.Lines)
        {
            var current = text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
            if (current.Length == 0)
                continue;
            if (ending is not null && ending != current)
                return new LineEndings(null);
            ending = current;
        }

        return new LineEndings(ending);
    }

    /// <summary>The text with every line break written this way; unchanged where the file never decided.</summary>
    public SourceText Apply(SourceText text)
    {
        if (_ending is null)
            return text;
        var changes = new List<TextChange>();
        foreach (var line in text.Lines)
        {
            var span = TextSpan.FromBounds(line.End, line.EndIncludingLineBreak);
            if (span.Length > 0 && text.ToString(span) != _ending)
                changes.Add(new TextChange(span, _ending));
        }

        return changes.Count == 0 ? text : text.WithChanges(changes);
    }
}
