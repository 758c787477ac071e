using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.ExceptionHandling;

/// <summary>The refusal in the place of a value that lets pass, of the same kind: <c>false</c>, <c>Failed()</c>, <c>Denied</c>.</summary>
internal static class RefusingValue
{
    private static readonly string[] s_refusals = ["Failed", "Fail", "Failure", "Denied", "Deny", "Forbidden", "Forbid", "Refused", "Unauthorized", "NotAuthorized", "Rejected", "Invalid"];

    /// <summary>What is replaced, and by what; null where no refusal is known.</summary>
    public static (ExpressionSyntax Old, ExpressionSyntax New)? For(ExpressionSyntax value, RepairContext context)
    {
        if (LiteralIn(value) is { } literal)
            return (literal, Literal(literal.IsKind(SyntaxKind.FalseLiteralExpression)).WithTriviaFrom(literal));
        var called = value is InvocationExpressionSyntax invocation ? invocation.Expression : value;
        if (called is not MemberAccessExpressionSyntax access || context.Model.GetTypeInfo(access.Expression, context.CancellationToken).Type is not INamedTypeSymbol type)
            return null;
        foreach (var name in s_refusals)
        {
            foreach (var member in type.GetMembers(name).Where(static member => member.IsStatic && member.DeclaredAccessibility == Accessibility.Public))
            {
                var refusal = access.WithName(SyntaxFactory.IdentifierName(name));
                if (member is IFieldSymbol or IPropertySymbol)
                    return (value, refusal.WithTriviaFrom(value));
                if (member is IMethodSymbol { IsGenericMethod: false } method && Arguments(method) is { } arguments)
                    return (value, SyntaxFactory.InvocationExpression(refusal.WithoutTrivia(), arguments).WithTriviaFrom(value));
            }
        }

        return null;
    }

    public static LiteralExpressionSyntax Literal(bool value) => SyntaxFactory.LiteralExpression(value ? SyntaxKind.TrueLiteralExpression : SyntaxKind.FalseLiteralExpression);

    /// <summary>The truth value within a task or a result object.</summary>
    private static LiteralExpressionSyntax? LiteralIn(ExpressionSyntax value) =>
        value.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>().FirstOrDefault(static node =>
            node.IsKind(SyntaxKind.TrueLiteralExpression) || node.IsKind(SyntaxKind.FalseLiteralExpression));

    /// <summary>No argument, or a text that says why.</summary>
    private static ArgumentListSyntax? Arguments(IMethodSymbol method)
    {
        if (method.Parameters.All(static parameter => parameter.IsOptional || parameter.IsParams))
            return SyntaxFactory.ArgumentList();
        if (method.Parameters[0].Type.SpecialType != SpecialType.System_String || !method.Parameters.Skip(1).All(static parameter => parameter.IsOptional))
            return null;
        var text = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal("The check failed."));
        return SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(text)));
    }
}
