using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.Analyzers.Todo.Controls;

/// <summary>Lines of a comment that may be code.</summary>
/// <param name="Code">The lines without what makes them a comment.</param>
/// <param name="Span">From the first character of the code to the last.</param>
/// <param name="LineBefore">The line of the same comment before them; empty if there is none.</param>
internal sealed record CodeComment(string Code, TextSpan Span, string LineBefore);
