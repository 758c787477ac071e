using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Sql.Composition;

namespace SecurityReview.CodeFixes.DataAccess.Rewriting;

/// <summary>
/// Writes the C# expressions of a composed text anew with placeholders in the place of holes. What is not edited stays as it is
/// written: escapes, verbatim and raw strings, line breaks, comments.
/// </summary>
internal sealed partial class TextRewriter(TextEdits edits)
{
    /// <summary>The expression after the edits; null where they cannot be written.</summary>
    public ExpressionSyntax? Rewrite(ExpressionSyntax expression)
    {
        if (!edits.Touches(expression.Span))
            return expression;
        if (edits.PlaceholderAt(expression.Span) is { } placeholder)
        {
            var written = TextEdits.IsExpression(placeholder) ? SyntaxFactory.ParseExpression(placeholder.Substring(TextEdits.ExpressionMark.Length)) : CSharpString.OfPlaceholder(placeholder).ToExpression();
            return written.WithTriviaFrom(expression);
        }

        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return Rewrite(parenthesized.Expression) switch
                {
                    null => null,
                    LiteralExpressionSyntax text => text.WithTriviaFrom(parenthesized),
                    var inner => parenthesized.WithExpression(inner),
                };
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed:
                return Rewrite(suppressed.Operand)?.WithTriviaFrom(suppressed);
            case LiteralExpressionSyntax literal:
                return RewriteLiteral(literal, null)?.WithTriviaFrom(literal);
            case InterpolatedStringExpressionSyntax text:
                return RewriteInterpolated(text)?.WithTriviaFrom(text);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } binary:
                return RewriteConcatenation(binary);
            case InvocationExpressionSyntax call:
                return RewriteCall(call);
            case ConditionalExpressionSyntax or SwitchExpressionSyntax:
                return RewriteBranches(expression);
            default:
                return null;
        }
    }

    private ExpressionSyntax? RewriteBranches(ExpressionSyntax choice)
    {
        var rewritten = TextBranches.Of(choice).Select(branch => (Old: branch, New: Rewrite(branch))).ToDictionary(static branch => branch.Old, static branch => branch.New);
        return rewritten.ContainsValue(null) ? null : choice.ReplaceNodes(rewritten.Keys, (branch, _) => rewritten[branch]!);
    }

    private ExpressionSyntax? RewriteLiteral(LiteralExpressionSyntax literal, IReadOnlyDictionary<int, (Microsoft.CodeAnalysis.Text.TextSpan Span, string Text)>? items)
    {
        var token = literal.Token;
        return SyntaxFactory.ParseExpression(edits.Apply(token.Text, token.SpanStart, token.SpanStart, token.Span.End, item: items));
    }

    /// <summary>An interpolated string without holes becomes a plain one, with single braces.</summary>
    private ExpressionSyntax? RewriteInterpolated(InterpolatedStringExpressionSyntax text)
    {
        var kind = LiteralStyle.Of(text).Kind;
        var keeps = text.Contents.OfType<InterpolationSyntax>().Any(part => edits.PlaceholderAt(part.Span) is var other && (other is null || TextEdits.IsExpression(other)));
        var hasBraces = kind != LiteralKind.Raw;
        var inner = new System.Text.StringBuilder();
        foreach (var content in text.Contents)
        {
            if (content is InterpolatedStringTextSyntax part)
            {
                var token = part.TextToken;
                inner.Append(edits.Apply(
                    token.Text, token.SpanStart, token.SpanStart, token.Span.End, keeps || !hasBraces ? null : kept => kept.Replace("{{", "{").Replace("}}", "}")));
                continue;
            }

            var placeholder = edits.PlaceholderAt(content.Span);
            if (TextEdits.IsExpression(placeholder))
            {
                var depth = Math.Max(1, text.StringStartToken.Text.Count(character => character == '$'));
                inner.Append('{', depth).Append(placeholder, TextEdits.ExpressionMark.Length, placeholder!.Length - TextEdits.ExpressionMark.Length).Append('}', depth);
                continue;
            }

            if (placeholder is not null && keeps && placeholder.Contains("{") && !hasBraces)
                return null;
            inner.Append(placeholder is null ? content.ToString() : keeps && hasBraces ? placeholder.Replace("{", "{{").Replace("}", "}}") : placeholder);
        }

        var open = text.StringStartToken.Text;
        return SyntaxFactory.ParseExpression((keeps ? open : open.Replace("$", "")) + inner + text.StringEndToken.Text);
    }
}
