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
    /// <summary>The full spans of all comments, documentation included.</summary>
    /// <param name="root">The file, or the structure of a directive.</param>
    /// <param name="withInactive">Whether the text of inactive <c>#if</c> branches counts; it has no syntax of its own and is read anew.</param>
    public static IEnumerable<TextSpan> Comments(SyntaxNode root, bool withInactive = false)
    {
        foreach (var trivia in root.DescendantTrivia())
        {
            switch (trivia.Kind())
            {
                case SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia:
                    break;
                case SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia:
                case SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia:
                    yield return trivia.FullSpan;
                    break;
                case SyntaxKind.DisabledTextTrivia when withInactive:
                    foreach (var span in Comments(SyntaxFactory.ParseCompilationUnit(trivia.ToFullString())))
                        yield return new TextSpan(trivia.FullSpan.Start + span.Start, span.Length);
                    break;
                case SyntaxKind.DisabledTextTrivia:
                    break;
                default:
                    // Directives end in comments, and tokens that the parser skipped carry some.
                    if (trivia.GetStructure() is { } structure)
                    {
                        foreach (var span in Comments(structure, withInactive))
                            yield return span;
                    }

                    break;
            }
        }
    }
}
