using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.ContextValidation;

/// <summary>Takes the test out of a filter, by the construct in which it stands.</summary>
internal static class OpenFilterEdit
{
    /// <summary>The expression without the test; null where it stands in another construct.</summary>
    /// <param name="test">The test.</param>
    /// <param name="presentWhenTrue">Whether it is true for an identity that is there.</param>
    public static Action<SyntaxEditor>? WithoutTest(ExpressionSyntax test, bool presentWhenTrue)
    {
        ExpressionSyntax unit = test;
        while (unit.Parent is ParenthesizedExpressionSyntax parenthesized)
            unit = parenthesized;
        switch (unit.Parent)
        {
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } or:
                return Replacing(or, or.Left == unit ? or.Right : or.Left);
            case ConditionalExpressionSyntax conditional when conditional.Condition == unit:
                return Replacing(conditional, presentWhenTrue ? conditional.WhenTrue : conditional.WhenFalse);
            case BinaryExpressionSyntax when test is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce:
                return Replacing(unit, coalesce.Left);
            default:
                return null;
        }
    }

    /// <summary><c>if (present) filter;</c>: a guard, then the filter; <c>if (absent) all; else filter;</c> the same.</summary>
    public static Action<SyntaxEditor>? OfIf(IfStatementSyntax @if, bool presentWhenTrue, ExpressionSyntax absent, Denial denial)
    {
        if (@if.Parent is not (BlockSyntax or GlobalStatementSyntax))
            return null;
        if (presentWhenTrue)
            return @if.Else is null ? ThenStatements(@if, @if.Statement, absent, denial) : null;
        // An early return of everything, or "all" in the first branch.
        if (@if.Else is { } otherwise)
            return ThenStatements(@if, otherwise.Statement, absent, denial);
        return Statements.Exits(@if.Statement) ? editor => editor.ReplaceNode(@if, (current, _) => ((IfStatementSyntax)current).WithStatement(Refusing(denial)).WithAdditionalAnnotations(Formatter.Annotation)) : null;
    }

    private static Action<SyntaxEditor> ThenStatements(IfStatementSyntax @if, StatementSyntax filtering, ExpressionSyntax absent, Denial denial)
    {
        var kept = Statements.Of(filtering).ToList();
        var guard = denial.Unless(absent).WithLeadingTrivia(@if.GetLeadingTrivia());
        var lineBreak = SyntaxFactory.EndOfLine("\n");
        return editor =>
        {
            for (var i = kept.Count - 1; i >= 0; i--)
            {
                var statement = kept[i].WithAdditionalAnnotations(Formatter.Annotation);
                Insert(editor, @if, i == kept.Count - 1 ? statement.WithTrailingTrivia(@if.GetTrailingTrivia()) : statement);
            }

            editor.ReplaceNode(@if, guard.WithTrailingTrivia(lineBreak, lineBreak));
        };
    }

    private static void Insert(SyntaxEditor editor, StatementSyntax after, StatementSyntax statement)
    {
        if (after.Parent is GlobalStatementSyntax global)
            editor.InsertAfter(global, SyntaxFactory.GlobalStatement(statement));
        else
            editor.InsertAfter(after, statement);
    }

    private static BlockSyntax Refusing(Denial denial) => SyntaxFactory.Block(denial.Statement);

    private static Action<SyntaxEditor> Replacing(ExpressionSyntax whole, ExpressionSyntax kept)
    {
        var bare = Conditions.Bare(kept);
        return editor =>
        {
            // "(k == null || x.K == k) && y": what is left needs no parentheses.
            ExpressionSyntax outer = whole;
            if (whole.Parent is ParenthesizedExpressionSyntax parenthesized && bare is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } and not ConditionalExpressionSyntax)
                outer = parenthesized;
            editor.ReplaceNode(outer, bare.WithTriviaFrom(outer));
        };
    }
}
