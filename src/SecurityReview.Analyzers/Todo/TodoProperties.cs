namespace SecurityReview.Analyzers.Todo;

/// <summary>The facts that findings about TODO comments carry for their repairs.</summary>
internal static class TodoProperties
{
    /// <summary>The length of the tag at the start of the finding.</summary>
    public const string TagLength = "todo.tag_length";

    /// <summary>The names of the missing <see cref="TodoDetail"/>s, separated by commas.</summary>
    public const string Missing = "todo.missing";

    /// <summary>Before the name of a <see cref="TodoDetail"/>: what the comment says for it.</summary>
    public const string DetailPrefix = "todo.detail.";
}
