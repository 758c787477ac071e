using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.CodeFixes.Syntax;

/// <summary>Writes conditions as a person would: <c>!=</c> rather than <c>!(==)</c>, no needless parentheses.</summary>
internal static class Conditions
{
    /// <summary>The expression without parentheses and trivia around it.</summary>
    public static ExpressionSyntax Bare(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax parenthesized)
            expression = parenthesized.Expression;
        return expression.WithoutTrivia();
    }

    /// <summary>The opposite of a condition.</summary>
    public static ExpressionSyntax Negate(ExpressionSyntax condition)
    {
        var bare = Bare(condition);
        switch (bare)
        {
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not:
                return Bare(not.Operand);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } equal:
                return SyntaxFactory.BinaryExpression(SyntaxKind.NotEqualsExpression, equal.Left, OperatorLike(equal, SyntaxKind.ExclamationEqualsToken), equal.Right);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression } different:
                return SyntaxFactory.BinaryExpression(SyntaxKind.EqualsExpression, different.Left, OperatorLike(different, SyntaxKind.EqualsEqualsToken), different.Right);
            case IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax:
                return SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, bare);
            default:
                return SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, SyntaxFactory.ParenthesizedExpression(bare));
        }
    }

    /// <summary>Both conditions, the left one first.</summary>
    public static ExpressionSyntax And(ExpressionSyntax left, ExpressionSyntax right) => Join(SyntaxKind.LogicalAndExpression, SyntaxKind.AmpersandAmpersandToken, left, right);

    /// <summary>Either condition, the left one first.</summary>
    public static ExpressionSyntax Or(ExpressionSyntax left, ExpressionSyntax right) => Join(SyntaxKind.LogicalOrExpression, SyntaxKind.BarBarToken, left, right);

    /// <summary>
    /// The condition with the negations around it (<c>!(…)</c>, <c>== false</c>).
    /// </summary>
    /// <param name="condition">A condition.</param>
    /// <param name="sense">What the condition means when true; turned around by each negation.</param>
    public static ExpressionSyntax WithNegations(ExpressionSyntax condition, ref bool sense)
    {
        while (true)
        {
            switch (condition.Parent)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    condition = parenthesized;
                    break;
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not:
                    sense = !sense;
                    condition = not;
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison
                    when (comparison.Left == condition ? comparison.Right : comparison.Left) is LiteralExpressionSyntax literal && literal.Token.Value is bool value:
                    sense ^= value == comparison.IsKind(SyntaxKind.NotEqualsExpression);
                    condition = comparison;
                    break;
                default:
                    return condition;
            }
        }
    }

    /// <summary>Whether nothing happens when the expression is evaluated twice: it only reads and compares.</summary>
    public static bool OnlyReads(ExpressionSyntax expression) => expression.DescendantNodesAndSelf().All(node => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals" or "ToString" or "IsInRole" or "FindFirst" or "FindFirstValue" or "HasClaim" or "Parse" or "Trim" } } => true,
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Equals" or "ToString" or "FindFirst" or "FindFirstValue" } } => true,
        InvocationExpressionSyntax or AssignmentExpressionSyntax or AwaitExpressionSyntax or ObjectCreationExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression } => false,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } => false,
        DeclarationExpressionSyntax or SingleVariableDesignationSyntax or LambdaExpressionSyntax => false,
        _ => true,
    });

    private static ExpressionSyntax Join(SyntaxKind kind, SyntaxKind token, ExpressionSyntax left, ExpressionSyntax right) =>
        SyntaxFactory.BinaryExpression(
            kind,
            AsOperand(left, kind),
            SyntaxFactory.Token(SyntaxFactory.TriviaList(SyntaxFactory.Space), token, SyntaxFactory.TriviaList(SyntaxFactory.Space)),
            AsOperand(right, kind));

    private static ExpressionSyntax AsOperand(ExpressionSyntax expression, SyntaxKind kind)
    {
        var bare = Bare(expression);
        var needsParentheses = bare is AssignmentExpressionSyntax or ConditionalExpressionSyntax or LambdaExpressionSyntax or SwitchExpressionSyntax
            || bare.IsKind(SyntaxKind.CoalesceExpression)
            || (kind == SyntaxKind.LogicalAndExpression && bare.IsKind(SyntaxKind.LogicalOrExpression));
        return needsParentheses ? SyntaxFactory.ParenthesizedExpression(bare) : bare;
    }

    private static SyntaxToken OperatorLike(BinaryExpressionSyntax original, SyntaxKind kind) =>
        SyntaxFactory.Token(original.OperatorToken.LeadingTrivia, kind, original.OperatorToken.TrailingTrivia);
}
