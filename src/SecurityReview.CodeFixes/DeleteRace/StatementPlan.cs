using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.DeleteRace;

/// <summary>Repairs deletes that are a statement of their own, or whose outcome is stored and never read.</summary>
internal static class StatementPlan
{
    /// <summary>The edit for a delete that is a statement; null where its surroundings leave no room for a test.</summary>
    public static Action<SyntaxEditor>? OfStatement(ExpressionStatementSyntax statement, DeleteSite site, StatementSyntax answer, RepairContext context)
    {
        if (HasComment(statement.SemicolonToken.LeadingTrivia))
            return null;
        var count = site.Outcome.WithoutLeadingTrivia();
        if (IsFalse(answer))
        {
            if (ReturnTrueAfter(statement) is not { } success)
                return null;
            if (success.IsNext && !HasComment(success.Statement.GetLeadingTrivia()) && !HasComment(statement.GetTrailingTrivia()))
            {
                return editor =>
                {
                    editor.ReplaceNode(statement, OutcomeTest.Return(site.Reading.Some(count)).WithLeadingTrivia(statement.GetLeadingTrivia()).WithTrailingTrivia(success.Statement.GetTrailingTrivia()));
                    editor.RemoveNode(success.Statement, SyntaxRemoveOptions.KeepNoTrivia);
                };
            }
        }

        if (!site.IsLong)
        {
            var test = OutcomeTest.If(site.Reading.None(count), answer);
            return editor => editor.ReplaceNode(statement, IsInList(statement) ? InPlaceOf(statement, test) : BlockFor(statement, test));
        }

        var name = OutcomeTest.NameFor(site, context);
        var keep = OutcomeTest.Keep(name, count);
        var testOfName = OutcomeTest.If(site.Reading.None(SyntaxFactory.IdentifierName(name)), answer);
        if (!IsInList(statement))
            return editor => editor.ReplaceNode(statement, BlockFor(statement, keep, testOfName));
        return editor =>
        {
            editor.InsertAfter(statement, testOfName.WithTrailingTrivia(SpaceBehind(statement)));
            editor.ReplaceNode(statement, keep.WithTriviaFrom(statement));
        };
    }

    /// <summary>The edit for an outcome that is stored in a local; null where no statement can follow.</summary>
    public static Action<SyntaxEditor>? OfStored(StatementSyntax statement, string local, OutcomeReading reading, StatementSyntax answer)
    {
        if (!IsInList(statement))
            return null;
        var count = SyntaxFactory.IdentifierName(local);
        if (IsFalse(answer))
        {
            if (ReturnTrueAfter(statement) is not { } success)
                return null;
            if (success.IsNext)
                return editor => editor.ReplaceNode(success.Statement.Expression!, reading.Some(count).WithTriviaFrom(success.Statement.Expression!));
        }

        return editor => editor.InsertAfter(statement, OutcomeTest.If(reading.None(count), answer).WithTrailingTrivia(SpaceBehind(statement)));
    }

    /// <summary>Whether statements can stand before and after.</summary>
    public static bool IsInList(StatementSyntax statement) => statement.Parent is BlockSyntax or SwitchSectionSyntax;

    private static bool IsFalse(StatementSyntax answer) =>
        answer is ReturnStatementSyntax { Expression: LiteralExpressionSyntax literal } && literal.IsKind(SyntaxKind.FalseLiteralExpression);

    /// <summary>The <c>return true;</c> that ends the list of a statement, and whether it comes next.</summary>
    private static (ReturnStatementSyntax Statement, bool IsNext)? ReturnTrueAfter(StatementSyntax statement)
    {
        var list = ListOf(statement);
        return list.LastOrDefault() is ReturnStatementSyntax { Expression: LiteralExpressionSyntax literal } last && literal.IsKind(SyntaxKind.TrueLiteralExpression)
            ? (last, list.IndexOf(last) == list.IndexOf(statement) + 1)
            : null;
    }

    private static SyntaxList<StatementSyntax> ListOf(StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax block => block.Statements,
        SwitchSectionSyntax section => section.Statements,
        _ => default,
    };

    /// <summary>The end of the line, and an empty line where more statements follow without one.</summary>
    public static SyntaxTriviaList SpaceBehind(StatementSyntax statement)
    {
        var end = statement.GetTrailingTrivia().LastOrDefault() is var last && last.IsKind(SyntaxKind.EndOfLineTrivia) ? last : SyntaxFactory.CarriageReturnLineFeed;
        var list = ListOf(statement);
        var isLast = list.LastOrDefault() == statement;
        return isLast || list[list.IndexOf(statement) + 1].GetLeadingTrivia().FirstOrDefault().IsKind(SyntaxKind.EndOfLineTrivia)
            ? SyntaxFactory.TriviaList(end)
            : SyntaxFactory.TriviaList(end, end);
    }

    /// <summary>A comment behind the statement moves above the test, where it still speaks of the delete.</summary>
    public static StatementSyntax InPlaceOf(StatementSyntax statement, StatementSyntax test)
    {
        var leading = statement.GetLeadingTrivia();
        var trailing = statement.GetTrailingTrivia();
        if (!HasComment(trailing))
            return test.WithLeadingTrivia(leading).WithTrailingTrivia(SpaceBehind(statement));
        var indentation = leading.LastOrDefault() is var last && last.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(last) : default;
        var comment = trailing.SkipWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        return test.WithLeadingTrivia(leading.AddRange(comment).AddRange(indentation)).WithTrailingTrivia(SpaceBehind(statement));
    }

    public static BlockSyntax BlockFor(StatementSyntax statement, params StatementSyntax[] statements)
    {
        var first = statements[0].WithLeadingTrivia(SyntaxFactory.ElasticMarker);
        var comments = statement.GetLeadingTrivia().Where(trivia => trivia.IsComment());
        if (comments.Any())
            first = first.WithLeadingTrivia(comments.SelectMany(comment => new[] { comment, SyntaxFactory.ElasticCarriageReturnLineFeed }));
        return SyntaxFactory.Block(statements.Skip(1).Prepend(first))
            .WithTrailingTrivia(statement.GetTrailingTrivia())
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static bool HasComment(SyntaxTriviaList list) =>
        list.Any(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
}
