using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.CodeFixes.DataAccess.Sinks;

/// <summary>The variable or member that holds a command, and where statements about it can follow.</summary>
/// <param name="Receiver">The expression to call the command by.</param>
/// <param name="Symbol">The variable or member.</param>
/// <param name="Type">Its static type.</param>
/// <param name="Anchor">The statement that sets the text; what is added follows it, or for a <c>using (…)</c> opens its body.</param>
internal sealed record CommandOwner(ExpressionSyntax Receiver, ISymbol Symbol, ITypeSymbol Type, StatementSyntax Anchor)
{
    /// <summary>The owner of the command whose text an assignment sets; null where it is no plain variable or member.</summary>
    public static CommandOwner? OfAssignment(AssignmentExpressionSyntax assignment, SemanticModel model, CancellationToken cancellation) =>
        assignment is { Left: MemberAccessExpressionSyntax { Expression: var receiver }, Parent: ExpressionStatementSyntax statement }
            ? Of(receiver, statement, model, cancellation)
            : null;

    /// <summary>The owner of a command that an expression makes; null where it is not given to a variable or member right away.</summary>
    public static CommandOwner? OfCreation(ExpressionSyntax creation, SemanticModel model, CancellationToken cancellation)
    {
        switch (creation.Parent)
        {
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: StatementSyntax statement and (LocalDeclarationStatementSyntax or UsingStatementSyntax) } declarator }:
                return model.GetDeclaredSymbol(declarator, cancellation) is ILocalSymbol local
                    ? new CommandOwner(Microsoft.CodeAnalysis.CSharp.SyntaxFactory.IdentifierName(declarator.Identifier.WithoutTrivia()), local, local.Type, statement)
                    : null;
            case AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax statement } assignment when assignment.Right == creation:
                return Of(assignment.Left, statement, model, cancellation);
            default:
                return null;
        }
    }

    private static CommandOwner? Of(ExpressionSyntax receiver, StatementSyntax statement, SemanticModel model, CancellationToken cancellation)
    {
        var isPlain = receiver.DescendantNodesAndSelf().All(node => node is IdentifierNameSyntax or MemberAccessExpressionSyntax or ThisExpressionSyntax or BaseExpressionSyntax);
        if (!isPlain || model.GetSymbolInfo(receiver, cancellation).Symbol is not (ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol) || model.GetTypeInfo(receiver, cancellation).Type is not { } type)
            return null;
        return new CommandOwner(receiver.WithoutTrivia(), model.GetSymbolInfo(receiver, cancellation).Symbol!, type, statement);
    }
}
