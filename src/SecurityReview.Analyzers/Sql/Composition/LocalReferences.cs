using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.Sql.Composition;

/// <summary>Where a local variable is declared, read and written.</summary>
internal static class LocalReferences
{
    /// <summary>The declarator of a local; null for pattern variables, foreach variables and the like.</summary>
    public static VariableDeclaratorSyntax? Declarator(ILocalSymbol local, CancellationToken cancellation) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax or UsingStatementSyntax } declarator
            ? declarator
            : null;

    /// <summary>The value that a local is declared with.</summary>
    public static ExpressionSyntax? Initializer(ILocalSymbol local, SemanticModel model, CancellationToken cancellation) =>
        Declarator(local, cancellation) is { } declarator && declarator.SyntaxTree == model.SyntaxTree ? declarator.Initializer?.Value : null;

    /// <summary>The body that a node belongs to, without those around it: of a member, a lambda or a local function; for top-level statements the file.</summary>
    public static SyntaxNode BodyOf(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(ancestor =>
            ancestor is MemberDeclarationSyntax and not GlobalStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax)
        ?? node.SyntaxTree.GetRoot();

    /// <summary>All mentions of a variable in the body that declares it (and in lambdas inside), in source order.</summary>
    public static IEnumerable<IdentifierNameSyntax> Of(ISymbol variable, SyntaxNode within, SemanticModel model, CancellationToken cancellation) =>
        within.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name =>
            name.Identifier.ValueText == variable.Name
            && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol, variable));

    /// <summary>Whether a local is given a value anywhere but at its declaration.</summary>
    public static bool IsWritten(ILocalSymbol local, SemanticModel model, CancellationToken cancellation) =>
        Declarator(local, cancellation) is not { } declarator
        || Of(local, BodyOf(declarator), model, cancellation).Any(IsWrite);

    /// <summary>Whether a mention changes the variable, or lets others change it.</summary>
    public static bool IsWrite(ExpressionSyntax mention)
    {
        SyntaxNode node = mention;
        while (node.Parent is ParenthesizedExpressionSyntax)
            node = node.Parent;
        switch (node.Parent)
        {
            case AssignmentExpressionSyntax assignment:
                return assignment.Left == node;
            case PrefixUnaryExpressionSyntax prefix:
                return prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression) || prefix.IsKind(SyntaxKind.AddressOfExpression);
            case PostfixUnaryExpressionSyntax postfix:
                return postfix.IsKind(SyntaxKind.PostIncrementExpression) || postfix.IsKind(SyntaxKind.PostDecrementExpression);
            case ArgumentSyntax { Parent: TupleExpressionSyntax tuple }:
                return tuple.Ancestors().OfType<AssignmentExpressionSyntax>().Any(assignment => assignment.Left.Span.Contains(tuple.Span));
            case ArgumentSyntax argument:
                return !argument.RefKindKeyword.IsKind(SyntaxKind.None) && !argument.RefKindKeyword.IsKind(SyntaxKind.InKeyword);
            case RefExpressionSyntax:
                return true;
            default:
                return false;
        }
    }
}
