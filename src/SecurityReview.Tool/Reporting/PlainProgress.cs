namespace SecurityReview.Tool.Reporting;

/// <summary>One line per step: for logs and pipes.</summary>
internal sealed class PlainProgress(TextWriter writer, bool verbose) : IReviewProgress
{
    private readonly TextWriter _writer = TextWriter.Synchronized(writer);

    /// <inheritdoc/>
    public void Step(string text) => _writer.WriteLine(text + "...");

    /// <inheritdoc/>
    public void Detail(string text)
    {
        if (verbose && text.Trim() is { Length: > 0 } trimmed)
            _writer.WriteLine(trimmed);
    }
}
