using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace SecurityReview.CodeFixes.DataAccess.Sinks;

/// <summary>Inserts statements next to one, also where it stands alone under an <c>if</c>, or on the top level of a file.</summary>
internal static class StatementEdit
{
    /// <summary>Whether statements can be inserted next to one.</summary>
    public static bool CanInsert(StatementSyntax statement) =>
        statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax || (IsEmbedded(statement) && statement is not LocalDeclarationStatementSyntax);

    public static void InsertAfter(SyntaxEditor editor, StatementSyntax statement, IReadOnlyList<StatementSyntax> added) => Insert(editor, statement, added, isAfter: true);

    public static void InsertBefore(SyntaxEditor editor, StatementSyntax statement, IReadOnlyList<StatementSyntax> added) => Insert(editor, statement, added, isAfter: false);

    private static void Insert(SyntaxEditor editor, StatementSyntax statement, IReadOnlyList<StatementSyntax> added, bool isAfter)
    {
        if (added.Count == 0)
            return;
        if (IsEmbedded(statement))
        {
            editor.ReplaceNode(statement, (current, _) => Wrapped((StatementSyntax)current, added, isAfter));
            return;
        }

        SyntaxNode anchor = statement.Parent is GlobalStatementSyntax global ? global : statement;
        var nodes = anchor is GlobalStatementSyntax ? added.Select(SyntaxFactory.GlobalStatement).Select(node => node.WithAdditionalAnnotations(Formatter.Annotation)).ToList<SyntaxNode>() : added.ToList<SyntaxNode>();
        if (isAfter)
            editor.InsertAfter(anchor, nodes);
        else
            editor.InsertBefore(anchor, nodes);
    }

    /// <summary>The statement and its companions in a block of their own.</summary>
    private static BlockSyntax Wrapped(StatementSyntax statement, IReadOnlyList<StatementSyntax> added, bool isAfter)
    {
        // A second repair of the same statement finds the block of the first.
        var statements = statement is BlockSyntax block ? block.Statements : SyntaxFactory.SingletonList(statement.WithAdditionalAnnotations(Formatter.Annotation));
        var all = isAfter ? statements.AddRange(added) : statements.InsertRange(0, added);
        var lineEnd = statement.GetTrailingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return SyntaxFactory.Block(all).WithTrailingTrivia(lineEnd).WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static bool IsEmbedded(StatementSyntax statement) =>
        statement.Parent is IfStatementSyntax or ElseClauseSyntax or ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax
            or UsingStatementSyntax or LockStatementSyntax or FixedStatementSyntax;
}
