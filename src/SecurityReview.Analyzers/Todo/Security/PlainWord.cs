namespace SecurityReview.Analyzers.Todo.Security;

/// <summary>A word of a comment in lower case, and where it stands.</summary>
/// <param name="Text">The word; <see cref="SentenceEnd"/> between sentences.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct PlainWord(string Text, int Start, int End)
{
    /// <summary>What stands for the end of a sentence, which no phrase reaches across.</summary>
    public const string SentenceEnd = ".";
}
