using Spectre.Console;

namespace SecurityReview.Tool.Reporting;

/// <summary>One line that moves: for people at a terminal. It is gone when the work is done.</summary>
internal sealed class SpinnerProgress(IAnsiConsole console, StatusContext status, bool verbose) : IReviewProgress
{
    /// <inheritdoc/>
    public void Step(string text) => status.Status(Markup.Escape(text));

    /// <inheritdoc/>
    public void Detail(string text)
    {
        if (verbose && text.Trim() is { Length: > 0 } trimmed)
            console.WriteLine(trimmed);
    }
}
