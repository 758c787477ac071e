using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.CodeFixes.ContextValidation.Callers;

/// <summary>A way in which a project says who the caller is: a member or call on a context or principal.</summary>
/// <param name="Receiver">The type that it is read from.</param>
/// <param name="Expression">How it is written, on some receiver.</param>
/// <param name="Type">The type of the value.</param>
/// <param name="IsOfTenant">Whether it says whose tenant the caller is of.</param>
internal sealed record CallerIdiom(ITypeSymbol Receiver, ExpressionSyntax Expression, ITypeSymbol Type, bool IsOfTenant)
{
    /// <summary>What tells one way from another: the type and what is asked of it.</summary>
    public string Text => Receiver.ToDisplayString() + "|" + On(SyntaxFactory.IdentifierName("_"));

    /// <summary>The same, asked of another value of the type.</summary>
    public ExpressionSyntax On(ExpressionSyntax receiver) => Expression switch
    {
        MemberAccessExpressionSyntax member => Access(member, receiver),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call => call.WithExpression(Access(member, receiver)),
        _ => Expression,
    };

    private static MemberAccessExpressionSyntax Access(MemberAccessExpressionSyntax member, ExpressionSyntax receiver) =>
        SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver, member.Name.WithoutTrivia());
}
