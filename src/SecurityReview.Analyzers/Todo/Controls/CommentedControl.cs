namespace SecurityReview.Analyzers.Todo.Controls;

/// <summary>A security control that a comment switches off.</summary>
/// <param name="Name">What it is, as the message says it: <c>[Authorize]</c>.</param>
internal sealed record CommentedControl(string Name);
