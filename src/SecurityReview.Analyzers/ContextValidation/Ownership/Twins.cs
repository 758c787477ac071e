using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>Finds a method beside an endpoint that compares the owner: it shows that the comparison was forgotten, not left out.</summary>
internal static class Twins
{
    /// <summary>Its name; null if there is none.</summary>
    public static string? Of(IMethodSymbol endpoint, ImmutableArray<string> keys)
    {
        if (endpoint.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
            return null;
        return type.Members.OfType<MethodDeclarationSyntax>()
            .FirstOrDefault(method => method.Identifier.ValueText != endpoint.Name && method.DescendantNodes().OfType<BinaryExpressionSyntax>().Any(comparison => Compares(comparison, keys)))?.Identifier.ValueText;
    }

    private static bool Compares(BinaryExpressionSyntax comparison, ImmutableArray<string> keys) =>
        comparison.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression && (Names(comparison.Left, keys) || Names(comparison.Right, keys));

    private static bool Names(ExpressionSyntax side, ImmutableArray<string> keys) => side is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } && keys.Contains(name);
}
