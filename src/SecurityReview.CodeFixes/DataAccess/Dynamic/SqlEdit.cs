namespace SecurityReview.CodeFixes.DataAccess.Dynamic;

/// <summary>A change of SQL text.</summary>
/// <param name="Start">Where what gives way starts.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Text">What takes its place.</param>
internal readonly record struct SqlEdit(int Start, int End, string Text)
{
    /// <summary>The text after changes that do not overlap.</summary>
    public static string Apply(string text, IEnumerable<SqlEdit> edits)
    {
        foreach (var edit in edits.OrderByDescending(static edit => edit.Start))
            text = text.Substring(0, edit.Start) + edit.Text + text.Substring(edit.End);
        return text;
    }
}
