using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.Tool.Reviewing;

/// <summary>A span of code as a reader sees it: in the file that a person wrote, with the text of its lines.</summary>
/// <param name="Path">The full path of the file.</param>
/// <param name="Span">Lines and columns from zero.</param>
/// <param name="Lines">The lines of the span, without line ends; not all where there are many, none where the file cannot be read.</param>
internal sealed record CodePlace(string Path, LinePositionSpan Span, ImmutableArray<string> Lines)
{
    /// <summary>More lines than this hide the point rather than show it.</summary>
    private const int MostLines = 6;

    /// <summary>The line, from one.</summary>
    public int Line => Span.Start.Line + 1;

    /// <summary>The column, from one.</summary>
    public int Column => Span.Start.Character + 1;

    /// <summary>The first line of the span; empty where the file cannot be read.</summary>
    public string LineText => Lines.IsEmpty ? "" : Lines[0];

    /// <summary>The place of a location; null if it is not in a file.</summary>
    public static CodePlace? Of(Location location, CancellationToken cancellation)
    {
        var mapped = location.GetMappedLineSpan();
        if (!mapped.IsValid || mapped.Path.Length == 0)
            return null;
        var text = mapped.HasMappedPath ? TextOnDisk(mapped.Path) : location.SourceTree?.GetText(cancellation) ?? TextOnDisk(mapped.Path);
        return new CodePlace(System.IO.Path.GetFullPath(mapped.Path), mapped.Span, text is null ? [] : LinesOf(text, mapped.Span));
    }

    private static ImmutableArray<string> LinesOf(SourceText text, LinePositionSpan span)
    {
        var last = Math.Min(Math.Min(span.End.Line, span.Start.Line + MostLines - 1), text.Lines.Count - 1);
        return [.. Enumerable.Range(span.Start.Line, Math.Max(0, last - span.Start.Line + 1)).Select(line => text.Lines[line].ToString())];
    }

    /// <summary>The text of a file from which the compiled text was made (a Razor page), or of a file that is no code.</summary>
    private static SourceText? TextOnDisk(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return SourceText.From(stream);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
