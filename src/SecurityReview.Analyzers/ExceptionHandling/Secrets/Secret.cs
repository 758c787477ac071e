using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.ExceptionHandling.Secrets;

/// <summary>A secret within a text.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Syntax">The expression in the text.</param>
internal sealed record Secret(string Name, SyntaxNode Syntax);
