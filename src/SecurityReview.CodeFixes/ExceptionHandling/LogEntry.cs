using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.ExceptionHandling;

/// <summary>Logs an exception before the statement that answers.</summary>
internal static class LogEntry
{
    private const string Message = "The request failed.";

    /// <summary>The edit; null where no logger is in scope or no statement can stand before the place.</summary>
    public static Action<SyntaxEditor>? For(CaughtException exception, ExpressionSyntax place, RepairContext context)
    {
        return StatementOf(place) is { } statement && LoggerInScope.At(statement, context) is { } logger ? With(logger, exception, place) : null;
    }

    /// <summary>The same with a logger that is known.</summary>
    public static Action<SyntaxEditor>? With(LoggerInScope logger, CaughtException exception, ExpressionSyntax place)
    {
        if (StatementOf(place) is not { } statement)
            return null;
        var entry = SyntaxFactory.ExpressionStatement(logger.Error(exception.Expression, Message)).WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
        if (statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax)
            return editor => Statements.InsertBefore(editor, statement, entry);
        return editor => editor.ReplaceNode(statement, (current, _) =>
            SyntaxFactory.Block(entry, (StatementSyntax)current).WithAdditionalAnnotations(Formatter.Annotation));
    }

    /// <summary>The statement around the place within the same function; null in expression bodies and initialisers.</summary>
    private static StatementSyntax? StatementOf(ExpressionSyntax place)
    {
        foreach (var ancestor in place.Ancestors())
        {
            switch (ancestor)
            {
                case ArrowExpressionClauseSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax:
                    return null;
                case AnonymousFunctionExpressionSyntax:
                    return null;
                case ElseClauseSyntax or BlockSyntax or LocalFunctionStatementSyntax:
                    return null;
                case StatementSyntax statement:
                    return statement;
            }
        }

        return null;
    }
}
