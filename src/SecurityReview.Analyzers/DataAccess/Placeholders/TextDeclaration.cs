using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.DataAccess.Placeholders;

/// <summary>Texts that are declared once and used by name.</summary>
internal static class TextDeclaration
{
    /// <summary>The expression that a constant or readonly static field of the same file is declared with; the expression itself where it is no such name.</summary>
    public static ExpressionSyntax ValueOf(ExpressionSyntax use, SemanticModel model, CancellationToken cancellation) =>
        DeclaratorOf(use, model, cancellation)?.Initializer?.Value ?? use;

    /// <summary>Whether the text stands where it is used, or has no other use: only then a change of it is a change for this use alone.</summary>
    public static bool IsUsedOnce(ExpressionSyntax use, SemanticModel model, CancellationToken cancellation)
    {
        if (DeclaratorOf(use, model, cancellation) is not { } declarator)
            return true;
        var isPrivate = model.GetDeclaredSymbol(declarator, cancellation) is ILocalSymbol or IFieldSymbol { DeclaredAccessibility: Accessibility.Private };
        var isPartial = declarator.Ancestors().OfType<TypeDeclarationSyntax>().Any(static type => type.Modifiers.Any(SyntaxKind.PartialKeyword));
        return isPrivate && !isPartial && model.SyntaxTree.GetRoot(cancellation).DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == declarator.Identifier.ValueText).Take(2).Count() == 1;
    }

    private static VariableDeclaratorSyntax? DeclaratorOf(ExpressionSyntax use, SemanticModel model, CancellationToken cancellation)
    {
        if (use is not (IdentifierNameSyntax or MemberAccessExpressionSyntax))
            return null;
        var symbol = model.GetSymbolInfo(use, cancellation).Symbol;
        if (symbol is not (ILocalSymbol { IsConst: true } or IFieldSymbol { IsConst: true } or IFieldSymbol { IsStatic: true, IsReadOnly: true }))
            return null;
        return symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer: not null } declarator && declarator.SyntaxTree == model.SyntaxTree
            ? declarator
            : null;
    }
}
