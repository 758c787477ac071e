using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SecurityReview.CodeFixes.Syntax;

/// <summary>What a repair must not lose.</summary>
internal static class Comments
{
    /// <summary>Whether trivia is a comment, of documentation apart.</summary>
    public static bool IsComment(this SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    /// <summary>Whether a node has a comment or a directive anywhere.</summary>
    public static bool HasCommentOrDirective(this SyntaxNode node) => node.DescendantTrivia().Any(static trivia => trivia.IsDirective || trivia.IsComment());
}
