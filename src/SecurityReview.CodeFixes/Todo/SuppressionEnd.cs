using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.CodeFixes.Todo;

/// <summary>Where a suppression is to end: behind the statement or member that it stands before, or at the end of the file that it stands at the start of.</summary>
internal static class SuppressionEnd
{
    /// <summary>The end of the last line that the suppression is about; null where that is not clear.</summary>
    public static int? Find(SyntaxNode root, SourceText text, TextSpan pragma)
    {
        var token = root.FindToken(pragma.Start);
        if (token == root.GetFirstToken(includeZeroWidth: true))
            return text.Length;
        foreach (var node in token.Parent?.AncestorsAndSelf() ?? [])
        {
            if (node.GetFirstToken() != token)
                return null;
            switch (node)
            {
                case BaseNamespaceDeclarationSyntax:
                    return text.Length;
                case StatementSyntax or MemberDeclarationSyntax:
                    return text.Lines.GetLineFromPosition(node.Span.End).End;
            }
        }

        return null;
    }

    /// <summary>The line that restores the rules, as far from the margin as the one that disables them.</summary>
    public static TextChange RestoreAt(SourceText text, TextSpan pragma, int position, string ids)
    {
        var line = text.Lines.GetLineFromPosition(pragma.Start);
        var lineBreak = text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
        var restore = text.ToString(TextSpan.FromBounds(line.Start, pragma.Start)) + "#pragma warning restore" + (ids.Length == 0 ? "" : " " + ids);
        var startsLine = position == text.Length && text.Lines.GetLineFromPosition(position).Span.Length == 0;
        return new TextChange(new TextSpan(position, 0), startsLine ? restore + lineBreak : lineBreak + restore);
    }
}
