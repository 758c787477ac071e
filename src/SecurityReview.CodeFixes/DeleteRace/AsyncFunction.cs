using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.CodeFixes.DeleteRace;

/// <summary>Adds <c>async</c> to a function, with what stands above it kept in front.</summary>
internal static class AsyncFunction
{
    public static SyntaxNode Of(SyntaxNode function)
    {
        var leading = function.GetLeadingTrivia();
        return function switch
        {
            // Behind attributes and modifiers the trivia stays where it is.
            MethodDeclarationSyntax method when method.AttributeLists.Count + method.Modifiers.Count > 0 =>
                method.Modifiers.Count > 0 ? method.AddModifiers(Keyword()) : WithAsyncType(method),
            MethodDeclarationSyntax method => method.WithoutLeadingTrivia().AddModifiers(Keyword()).WithLeadingTrivia(leading),
            LocalFunctionStatementSyntax local when local.AttributeLists.Count == 0 && local.Modifiers.Count == 0 =>
                local.WithoutLeadingTrivia().AddModifiers(Keyword()).WithLeadingTrivia(leading),
            LocalFunctionStatementSyntax local => local.AddModifiers(Keyword()),
            LambdaExpressionSyntax lambda => ((LambdaExpressionSyntax)lambda.WithoutLeadingTrivia()).WithAsyncKeyword(Keyword()).WithLeadingTrivia(leading),
            _ => function,
        };
    }

    /// <summary>Without a modifier the return type carries the indentation, which goes to the keyword before it.</summary>
    private static MethodDeclarationSyntax WithAsyncType(MethodDeclarationSyntax method) =>
        method.WithReturnType(method.ReturnType.WithoutLeadingTrivia()).AddModifiers(Keyword().WithLeadingTrivia(method.ReturnType.GetLeadingTrivia()));

    private static SyntaxToken Keyword() => SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(SyntaxFactory.Space);
}
