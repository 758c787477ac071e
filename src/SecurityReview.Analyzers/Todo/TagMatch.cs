namespace SecurityReview.Analyzers.Todo;

/// <summary>A place in a text where a tag stands as a word; whether a comment line starts there is not known yet.</summary>
/// <param name="Start">The position of the tag's first character.</param>
/// <param name="Length">The length of the tag.</param>
internal readonly record struct TagMatch(int Start, int Length)
{
    public int End => Start + Length;
}
