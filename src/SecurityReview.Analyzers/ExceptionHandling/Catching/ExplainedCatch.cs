using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.ExceptionHandling.Catching;

/// <summary>
/// A catch whose author says why nothing happens. A sentence has three words or more; code that was commented out is none, nor is a note that
/// something is still to be done.
/// </summary>
internal static class ExplainedCatch
{
    private const int Sentence = 3;

    private static readonly char[] s_blanks = [' ', '\t', '\r', '\n', '/', '*'];

    private static readonly string[] s_unfinished = ["TODO", "FIXME", "HACK", "XXX"];

    public static bool Is(CatchClauseSyntax clause)
    {
        var text = clause.ToFullString();
        var start = clause.FullSpan.Start;
        var words = 0;
        var last = clause.SpanStart;
        foreach (var trivia in clause.DescendantTrivia())
        {
            if (trivia.SpanStart < clause.SpanStart || trivia.SpanStart > clause.Block.CloseBraceToken.SpanStart)
                continue;
            if (!trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && !trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
                continue;
            // Lines that follow each other are one comment.
            var goesOn = string.IsNullOrWhiteSpace(text.Substring(last - start, trivia.SpanStart - last));
            words = WordsOf(trivia.ToString()) + (goesOn ? words : 0);
            last = trivia.Span.End;
            if (words >= Sentence)
                return true;
        }

        return false;
    }

    private static int WordsOf(string comment)
    {
        var text = comment.Trim(s_blanks);
        if (s_unfinished.Any(tag => text.StartsWith(tag, StringComparison.OrdinalIgnoreCase)) || text.EndsWith(";", StringComparison.Ordinal) || text is "{" or "}")
            return 0;
        return text.Split(s_blanks, StringSplitOptions.RemoveEmptyEntries).Count(static word => word.Any(char.IsLetter));
    }
}
