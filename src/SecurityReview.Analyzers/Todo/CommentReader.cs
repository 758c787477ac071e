using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.Analyzers.Todo;

/// <summary>
/// The comments of a file, in order. A documentation comment is one of them however the compiler was told to treat it: builds
/// without a documentation file see plain comments, the editor sees XML.
/// </summary>
internal static class CommentReader
{
    /// <summary>The full spans of all comments, documentation included; text of inactive <c>#if</c> branches is none.</summary>
    public static IEnumerable<TextSpan> Comments(SyntaxNode root)
    {
        foreach (var trivia in root.DescendantTrivia())
        {
            switch (trivia.Kind())
            {
                case SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia or SyntaxKind.DisabledTextTrivia:
                    break;
                case SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia:
                case SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia:
                    yield return trivia.FullSpan;
                    break;
                default:
                    // Directives end in comments, and tokens that the parser skipped carry some.
                    if (trivia.GetStructure() is { } structure)
                    {
                        foreach (var span in Comments(structure))
                            yield return span;
                    }

                    break;
            }
        }
    }
}
