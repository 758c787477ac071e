namespace SecurityReview.Tool.Reporting.Text;

/// <summary>One row of shown code.</summary>
/// <param name="Number">The line number; null where the row goes on with a line that is too long for one row.</param>
/// <param name="Text">The code.</param>
/// <param name="Start">Where in the text the marked part begins.</param>
/// <param name="Length">How long the marked part is; 0 if nothing is marked.</param>
internal sealed record ExcerptRow(int? Number, string Text, int Start, int Length)
{
    public string Before => Text[..Start];

    public string Marked => Text.Substring(Start, Length);

    public string After => Text[(Start + Length)..];
}
