using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using SecurityReview.Analyzers.ContextValidation.UncheckedResult;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.ContextValidation;

/// <summary>The condition under which a check has failed, by the kind of its result.</summary>
internal static class FailedCheck
{
    /// <summary>The condition over the result's value; null where it is not known how the result says no.</summary>
    /// <param name="value">The result: the awaited call, or the local that holds it.</param>
    /// <param name="method">The check.</param>
    public static ExpressionSyntax? Condition(ExpressionSyntax value, IMethodSymbol method)
    {
        if (CheckAnswer.Of(method) is not { } answer)
            return null;
        if (answer.Refusal is { } refusal)
        {
            var denied = SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, TypeName(refusal.ContainingType), SyntaxFactory.IdentifierName(refusal.Name));
            return SyntaxFactory.BinaryExpression(
                SyntaxKind.EqualsExpression, value.WithTrailingTrivia(SyntaxFactory.Space), SyntaxFactory.Token(SyntaxKind.EqualsEqualsToken).WithTrailingTrivia(SyntaxFactory.Space), denied);
        }

        if (answer.Member is { } member)
        {
            var result = value is AwaitExpressionSyntax ? SyntaxFactory.ParenthesizedExpression(value) : value;
            return Conditions.Negate(SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, result, SyntaxFactory.IdentifierName(member)));
        }

        if (answer.RefusesWhenTrue)
            return value;
        return value is AwaitExpressionSyntax ? SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, value) : Conditions.Negate(value);
    }

    /// <summary>How a result that fails is answered: who cannot prove who they are is asked to, who may not is forbidden.</summary>
    public static string AnswerTo(IMethodSymbol method) =>
        NameWords.Of(method.Name).Any(static word => word is "Password" or "Token" or "Signature" or "Credentials" or "Credential" or "Certificate" or "Code" or "Hashed" or "Login" or "Email")
            ? "Unauthorized"
            : "Forbid";

    private static NameSyntax TypeName(INamedTypeSymbol type) =>
        SyntaxFactory.ParseName(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)).WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation);
}
