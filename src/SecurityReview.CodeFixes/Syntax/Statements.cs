using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace SecurityReview.CodeFixes.Syntax;

/// <summary>Statements as lists: what stands in a branch, and how a new one is set off.</summary>
internal static class Statements
{
    /// <summary>A new statement with an empty line after it, and one before it where the next statement has one.</summary>
    /// <param name="statement">The new statement.</param>
    /// <param name="before">The statement that follows.</param>
    public static StatementSyntax SetOff(StatementSyntax statement, StatementSyntax before)
    {
        var lineBreak = SyntaxFactory.EndOfLine("\n");
        return before.GetLeadingTrivia().FirstOrDefault().IsKind(SyntaxKind.EndOfLineTrivia)
            ? statement.WithLeadingTrivia(lineBreak).WithTrailingTrivia(lineBreak)
            : statement.WithTrailingTrivia(lineBreak, lineBreak);
    }

    /// <summary>Inserts a statement before another one of a list; top-level statements are wrapped each.</summary>
    public static void InsertBefore(SyntaxEditor editor, StatementSyntax next, StatementSyntax statement)
    {
        if (next.Parent is GlobalStatementSyntax global)
            editor.InsertBefore(global, SyntaxFactory.GlobalStatement(statement));
        else
            editor.InsertBefore(next, statement);
    }

    /// <summary>The statements of a branch, whether it has braces or not.</summary>
    public static SyntaxList<StatementSyntax> Of(StatementSyntax branch) => branch is BlockSyntax block ? block.Statements : SyntaxFactory.SingletonList(branch);

    /// <summary>Whether the end of a statement is never reached, as far as its form tells.</summary>
    public static bool Exits(StatementSyntax statement) => statement switch
    {
        ReturnStatementSyntax or ThrowStatementSyntax or ContinueStatementSyntax or BreakStatementSyntax or GotoStatementSyntax => true,
        YieldStatementSyntax yield => yield.IsKind(SyntaxKind.YieldBreakStatement),
        BlockSyntax block => block.Statements.Count > 0 && Exits(block.Statements[block.Statements.Count - 1]),
        IfStatementSyntax { Else.Statement: { } other } @if => Exits(@if.Statement) && Exits(other),
        _ => false,
    };

    /// <summary>The statement after one in the same list; null if it is the last.</summary>
    public static StatementSyntax? After(StatementSyntax statement)
    {
        switch (statement.Parent)
        {
            case BlockSyntax block:
                return block.Statements.ElementAtOrDefault(block.Statements.IndexOf(statement) + 1);
            case SwitchSectionSyntax section:
                return section.Statements.ElementAtOrDefault(section.Statements.IndexOf(statement) + 1);
            case GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } global:
                return (unit.Members.ElementAtOrDefault(unit.Members.IndexOf(global) + 1) as GlobalStatementSyntax)?.Statement;
            default:
                return null;
        }
    }
}
