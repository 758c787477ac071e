using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.Bodies;

/// <summary>What the syntax around a name tells of its use, before anything is bound.</summary>
internal static class NameTokens
{
    /// <summary>The call of what a token names; null where it names something else, or is no name.</summary>
    public static InvocationExpressionSyntax? Call(this SyntaxToken token)
    {
        if (token.Parent is not SimpleNameSyntax name)
            return null;
        SyntaxNode called = name.Parent is MemberAccessExpressionSyntax member && member.Name == name ? member : name.Parent is MemberBindingExpressionSyntax binding ? binding : name;
        return called.Parent is InvocationExpressionSyntax call && call.Expression == called ? call : null;
    }

    /// <summary>Whether a call is given functions alone, written in place.</summary>
    public static bool IsGivenFunctions(this InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments is { Count: > 0 } arguments && arguments.All(static argument => argument.Expression is AnonymousFunctionExpressionSyntax);

    /// <summary>The expressions around a token, from the inside to the statement, function or initialiser that it is part of.</summary>
    public static IEnumerable<SyntaxNode> Surroundings(this SyntaxToken token)
    {
        for (var node = token.Parent; node is not (null or StatementSyntax or MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax); node = node.Parent)
            yield return node;
    }
}
