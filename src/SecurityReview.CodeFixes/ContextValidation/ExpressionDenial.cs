using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.ContextValidation;

/// <summary>
/// Denies in expressions. Before a statement that evaluates the expression in any case a guard is the plainest; elsewhere (expression
/// bodies, arms, chains) the arm that takes the owner over throws.
/// </summary>
internal static class ExpressionDenial
{
    public static Action<SyntaxEditor>? InConditional(ConditionalExpressionSyntax conditional, MismatchSite site, Denial denial)
    {
        var arms = new[] { conditional.WhenTrue, conditional.WhenFalse }.Where(arm => site.TakeOvers.Any(read => arm.Span.Contains(read.Span))).ToList();
        if (arms.Count != 1 || !site.TakeOvers.All(read => arms[0].Span.Contains(read.Span)))
            return null;
        if (site.Privilege is not null && conditional.Condition == site.Unit && Conditions.OnlyReads(site.Unit) && StatementOf(conditional) is { } statement)
            return GuardBefore(statement, site.Denied, denial);
        return InArm(arms[0], site, denial);
    }

    public static Action<SyntaxEditor>? InArms(SwitchExpressionSyntax @switch, MismatchSite site, Denial denial)
    {
        var arms = @switch.Arms.Where(arm => site.TakeOvers.Any(read => arm.Expression.Span.Contains(read.Span))).ToList();
        if (arms.Count == 0 || !site.TakeOvers.All(read => arms.Any(arm => arm.Expression.Span.Contains(read.Span))))
            return null;
        if (site.Privilege is not null && @switch.GoverningExpression == site.Unit && StatementOf(@switch) is { } statement && Conditions.OnlyReads(site.Unit))
            return GuardBefore(statement, site.Denied, denial);
        return editor => arms.ForEach(arm => InArm(arm.Expression, site, denial)(editor));
    }

    private static Action<SyntaxEditor> GuardBefore(StatementSyntax statement, ExpressionSyntax denied, Denial denial) =>
        editor => Statements.InsertBefore(editor, statement, Statements.SetOff(denial.Unless(denied), before: statement));

    /// <summary>The arm with a throw for whoever has no privilege.</summary>
    private static Action<SyntaxEditor> InArm(ExpressionSyntax arm, MismatchSite site, Denial denial) => editor =>
        editor.ReplaceNode(arm, (current, _) =>
        {
            var throwing = denial.Expression;
            ExpressionSyntax replacement = site.Privilege is null
                ? throwing
                : SyntaxFactory.ConditionalExpression(
                    site.Privilege.WithTrailingTrivia(SyntaxFactory.Space),
                    SyntaxFactory.Token(SyntaxKind.QuestionToken).WithTrailingTrivia(SyntaxFactory.Space),
                    ((ExpressionSyntax)current).WithoutTrivia().WithTrailingTrivia(SyntaxFactory.Space),
                    SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space),
                    throwing);
            if (site.Privilege is not null && arm.Parent is ConditionalExpressionSyntax)
                replacement = SyntaxFactory.ParenthesizedExpression(replacement);
            return replacement.WithTriviaFrom(current);
        });

    /// <summary>The statement in a block before which a guard can stand: it evaluates the expression once and in any case.</summary>
    private static StatementSyntax? StatementOf(ExpressionSyntax expression)
    {
        foreach (var ancestor in expression.Ancestors())
        {
            switch (ancestor)
            {
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression }:
                case ConditionalExpressionSyntax or ConditionalAccessExpressionSyntax or SwitchExpressionSyntax:
                case AnonymousFunctionExpressionSyntax or ArrowExpressionClauseSyntax or QueryExpressionSyntax:
                    return null;
                case LocalDeclarationStatementSyntax or ExpressionStatementSyntax or ReturnStatementSyntax or YieldStatementSyntax:
                    return ancestor.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax ? (StatementSyntax)ancestor : null;
                case StatementSyntax or MemberDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }
}
