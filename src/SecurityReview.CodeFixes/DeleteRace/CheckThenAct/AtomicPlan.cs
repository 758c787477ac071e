using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.DeleteRace.CheckThenAct;

/// <summary>Puts the act in the place of the check, where nothing stands between the two.</summary>
internal static class AtomicPlan
{
    /// <summary>The edit; null where other code runs between check and act, or the act does not tell what the code needs to know.</summary>
    public static Action<SyntaxEditor>? Of(CheckSite check, AtomicForm act, bool isInsert)
    {
        if (HasComment(act.Statement) || (check.Stored is { } stored && HasComment(stored)))
            return null;
        // The answer on which the act depends.
        var actsFirst = check.WhenThere != isInsert;
        if (actsFirst)
            return Statements.Of(check.If.Statement).FirstOrDefault() == act.Statement ? InFirstBranch(check, act) : null;
        if (check.If.Else is { } otherwise)
            return Statements.Of(otherwise.Statement).FirstOrDefault() == act.Statement ? InElse(check, act, otherwise) : null;
        return Statements.Exits(check.If.Statement) && Statements.After(check.If) == act.Statement && act.NotDone is not null ? BehindGuard(check, act) : null;
    }

    private static Action<SyntaxEditor>? InFirstBranch(CheckSite check, AtomicForm act)
    {
        var rest = Statements.Of(check.If.Statement).Skip(1).ToList();
        if (rest.Count == 0 && check.If.Else is null)
        {
            var alone = SyntaxFactory.ExpressionStatement(act.Alone).WithTriviaFrom(check.If).WithAdditionalAnnotations(Formatter.Annotation);
            return editor =>
            {
                Forget(editor, check);
                editor.ReplaceNode(check.If, alone);
            };
        }

        if (act.Done is null || act.NotDone is null)
            return null;
        if (rest.Count > 0)
        {
            return editor =>
            {
                Forget(editor, check);
                editor.ReplaceNode(check.If.Condition, act.Done.WithAdditionalAnnotations(Formatter.Annotation));
                editor.RemoveNode(act.Statement, SyntaxRemoveOptions.KeepNoTrivia);
            };
        }

        var refused = SyntaxFactory.IfStatement(act.NotDone, check.If.Else!.Statement).WithTriviaFrom(check.If).WithAdditionalAnnotations(Formatter.Annotation);
        return editor =>
        {
            Forget(editor, check);
            editor.ReplaceNode(check.If, refused);
        };
    }

    private static Action<SyntaxEditor>? InElse(CheckSite check, AtomicForm act, ElseClauseSyntax otherwise)
    {
        if (act.NotDone is null)
            return null;
        var isAll = Statements.Of(otherwise.Statement).Count == 1;
        return editor =>
        {
            Forget(editor, check);
            editor.ReplaceNode(check.If.Condition, act.NotDone.WithAdditionalAnnotations(Formatter.Annotation));
            if (isAll)
                editor.RemoveNode(otherwise, SyntaxRemoveOptions.KeepNoTrivia);
            else
                editor.RemoveNode(act.Statement, SyntaxRemoveOptions.KeepNoTrivia);
        };
    }

    private static Action<SyntaxEditor> BehindGuard(CheckSite check, AtomicForm act) => editor =>
    {
        Forget(editor, check);
        editor.ReplaceNode(check.If.Condition, act.NotDone!.WithAdditionalAnnotations(Formatter.Annotation));
        editor.RemoveNode(Listed(act.Statement), SyntaxRemoveOptions.KeepNoTrivia);
    };

    /// <summary>Removes the local that carried the answer.</summary>
    private static void Forget(SyntaxEditor editor, CheckSite check)
    {
        if (check.Stored is { } stored)
            editor.RemoveNode(Listed(stored), SyntaxRemoveOptions.KeepNoTrivia);
    }

    private static SyntaxNode Listed(StatementSyntax statement) => statement.Parent as GlobalStatementSyntax ?? (SyntaxNode)statement;

    private static bool HasComment(StatementSyntax statement) =>
        statement.GetLeadingTrivia().Concat(statement.GetTrailingTrivia()).Any(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
}
