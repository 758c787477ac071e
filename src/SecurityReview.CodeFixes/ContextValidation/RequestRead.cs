using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.CodeFixes.ContextValidation;

/// <summary>A value that detached work reads of the request.</summary>
/// <param name="Value">The whole expression: <c>HttpContext.User.Identity!.Name</c>.</param>
/// <param name="Name">A name for its copy.</param>
internal sealed record RequestRead(ExpressionSyntax Value, string Name);
