using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.Tool.Reviewing;

/// <summary>A span of code as a reader sees it: in the file that a person wrote, with the text of its first line.</summary>
/// <param name="Path">The full path of the file.</param>
/// <param name="Span">Lines and columns from zero.</param>
/// <param name="LineText">The first line of the span, without its line end; empty where the file cannot be read.</param>
internal sealed record CodePlace(string Path, LinePositionSpan Span, string LineText)
{
    /// <summary>The line, from one.</summary>
    public int Line => Span.Start.Line + 1;

    /// <summary>The column, from one.</summary>
    public int Column => Span.Start.Character + 1;

    /// <summary>How many characters of <see cref="LineText"/> the span covers, at least one.</summary>
    public int LengthOnLine
    {
        get
        {
            var end = Span.End.Line > Span.Start.Line ? LineText.TrimEnd().Length : Span.End.Character;
            return Math.Max(1, end - Span.Start.Character);
        }
    }

    /// <summary>The place of a location; null if it is not in a file.</summary>
    public static CodePlace? Of(Location location, CancellationToken cancellation)
    {
        var mapped = location.GetMappedLineSpan();
        if (!mapped.IsValid || mapped.Path.Length == 0)
            return null;
        var text = mapped.HasMappedPath ? TextOnDisk(mapped.Path) : location.SourceTree?.GetText(cancellation) ?? TextOnDisk(mapped.Path);
        var line = mapped.StartLinePosition.Line;
        var lineText = text is not null && line < text.Lines.Count ? text.Lines[line].ToString() : "";
        return new CodePlace(System.IO.Path.GetFullPath(mapped.Path), mapped.Span, lineText);
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
