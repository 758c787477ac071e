using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.CodeFixes.DataAccess.Rewriting;

/// <summary>Concatenations: a placeholder joins the literals around it, and lines stay lines.</summary>
internal sealed partial class TextRewriter
{
    /// <summary>An operand with what is known of it.</summary>
    /// <param name="Node">The operand as it is written now.</param>
    /// <param name="Before">The operator in front of it; none for the first.</param>
    /// <param name="IsPlaceholder">Whether it took the place of a hole.</param>
    /// <param name="IsChanged">Whether it differs from the original.</param>
    private readonly record struct Operand(ExpressionSyntax Node, SyntaxToken Before, bool IsPlaceholder, bool IsChanged);

    private ExpressionSyntax? RewriteConcatenation(BinaryExpressionSyntax binary)
    {
        var parts = new Stack<(ExpressionSyntax Node, SyntaxToken Before)>();
        ExpressionSyntax left = binary;
        // Where the first operand is no string, operands without an edit stay one: 1 + 2 + "…" keeps its sum.
        var isTextFromTheStart = CSharpString.Of(LeftEnd(binary)) is not null;
        while (left is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } next && edits.PlaceholderAt(left.Span) is null && (isTextFromTheStart || edits.Touches(left.Span)))
        {
            parts.Push((next.Right, next.OperatorToken));
            left = next.Left;
        }

        parts.Push((left, default));
        var operands = new List<Operand>();
        foreach (var (node, before) in parts)
        {
            if (Rewrite(node) is not { } rewritten)
                return null;
            Append(operands, new Operand(rewritten, before, edits.PlaceholderAt(Unwrapped(node).Span) is not null, rewritten != node));
        }

        var result = operands[0].Node;
        foreach (var operand in operands.Skip(1))
            result = SyntaxFactory.BinaryExpression(SyntaxKind.AddExpression, result, operand.Before, operand.Node);
        return result;
    }

    private static ExpressionSyntax LeftEnd(ExpressionSyntax expression)
    {
        while (expression is BinaryExpressionSyntax binary)
            expression = binary.Left;
        return expression;
    }

    private static ExpressionSyntax Unwrapped(ExpressionSyntax node)
    {
        while (true)
        {
            switch (node)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    node = parenthesized.Expression;
                    break;
                case PostfixUnaryExpressionSyntax suppressed:
                    node = suppressed.Operand;
                    break;
                default:
                    return node;
            }
        }
    }

    /// <summary>Adds an operand, or joins it with the one before where both are strings and the join is due to an edit.</summary>
    private static void Append(List<Operand> operands, Operand operand)
    {
        if (operands.Count == 0)
        {
            operands.Add(operand);
            return;
        }

        var last = operands[operands.Count - 1];
        var gap = last.Node.GetTrailingTrivia().Concat(operand.Before.LeadingTrivia).Concat(operand.Before.TrailingTrivia).Concat(operand.Node.GetLeadingTrivia()).ToList();
        var isPlain = gap.All(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        var isOneLine = !gap.Any(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        var isEdited = last.IsChanged || operand.IsChanged;
        if (isEdited && isPlain && (isOneLine || operand.IsPlaceholder || IsEmpty(operand) || IsEmpty(last))
            && CSharpString.Of(last.Node) is { } left && CSharpString.Of(operand.Node) is { } right && CSharpString.Merge(left, right) is { } merged)
        {
            var node = merged.ToExpression().WithLeadingTrivia(last.Node.GetLeadingTrivia()).WithTrailingTrivia(operand.Node.GetTrailingTrivia());
            operands[operands.Count - 1] = new Operand(node, last.Before, last.IsPlaceholder && operand.IsPlaceholder, IsChanged: true);
            return;
        }

        operands.Add(operand);
    }

    private static bool IsEmpty(Operand operand) => operand.IsChanged && CSharpString.Of(operand.Node) is { IsEmpty: true };
}
