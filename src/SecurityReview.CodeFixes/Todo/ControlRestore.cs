using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.Todo;

/// <summary>Makes code of the lines of a comment again.</summary>
internal static class ControlRestore
{
    public static ImmutableArray<TextChange> ChangesOf(RepairContext context)
    {
        var span = context.Diagnostic.Location.SourceSpan;
        var trivia = context.Root.FindTrivia(span.Start);
        return trivia.Kind() switch
        {
            SyntaxKind.SingleLineCommentTrivia => OfLines(context.Text, span, trivia.SpanStart),
            SyntaxKind.MultiLineCommentTrivia => OfBlock(context.Text, span, trivia.Span),
            _ => ImmutableArray<TextChange>.Empty,
        };
    }

    /// <summary>The slashes of every line go, with the space behind them.</summary>
    private static ImmutableArray<TextChange> OfLines(SourceText text, TextSpan span, int firstSlash)
    {
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        var last = text.Lines.GetLineFromPosition(span.End).LineNumber;
        for (var number = text.Lines.GetLineFromPosition(span.Start).LineNumber; number <= last; number++)
        {
            var line = text.Lines[number];
            var slash = changes.Count == 0 ? firstSlash : Skip(text, line.Start, line.End, ' ', '\t');
            var end = Skip(text, slash, line.End, '/');
            if (end == slash)
                return ImmutableArray<TextChange>.Empty;
            changes.Add(new TextChange(TextSpan.FromBounds(slash, end < line.End && text[end] == ' ' ? end + 1 : end), ""));
        }

        return changes.ToImmutable();
    }

    /// <summary>Both ends of a block go, if it holds nothing else.</summary>
    private static ImmutableArray<TextChange> OfBlock(SourceText text, TextSpan span, TextSpan comment)
    {
        var before = TextSpan.FromBounds(comment.Start, span.Start);
        var after = TextSpan.FromBounds(span.End, comment.End);
        return text.ToString(before).Trim() == "/*" && text.ToString(after).Trim() == "*/"
            ? ImmutableArray.Create(new TextChange(before, ""), new TextChange(after, ""))
            : ImmutableArray<TextChange>.Empty;
    }

    private static int Skip(SourceText text, int start, int end, params char[] skipped)
    {
        while (start < end && skipped.Contains(text[start]))
            start++;
        return start;
    }
}
