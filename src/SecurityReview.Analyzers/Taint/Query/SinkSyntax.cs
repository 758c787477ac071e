using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.Taint.Query;

/// <summary>Whether a name that sinks go by stands where something that may be given, unchanged, is handed over: what is asked before a body is bound.</summary>
internal static class SinkSyntax
{
    /// <summary>The name with what stands before its dots: <c>this.connection.Query</c> for <c>Query</c>.</summary>
    public static SyntaxNode WholeOf(SimpleNameSyntax name)
    {
        SyntaxNode whole = name;
        while (whole.Parent is QualifiedNameSyntax or AliasQualifiedNameSyntax || (whole.Parent is MemberAccessExpressionSyntax access && access.Name == whole) || (whole.Parent is MemberBindingExpressionSyntax binding && binding.Name == whole))
            whole = whole.Parent;
        return whole;
    }

    public static bool MayHandOver(SyntaxToken token)
    {
        if (token.Parent is not SimpleNameSyntax name)
            return false;
        var named = WholeOf(name);
        return named.Parent switch
        {
            InvocationExpressionSyntax invocation => invocation.Expression == named && IsOpen(invocation.ArgumentList),
            ObjectCreationExpressionSyntax creation => creation.ArgumentList is { } arguments && IsOpen(arguments),
            PrimaryConstructorBaseTypeSyntax or ConstructorInitializerSyntax => true,
            AssignmentExpressionSyntax assignment => assignment.Left == named && HandedForms.MayBeWhole(assignment.Right),
            // The created type may stand before the variable only: SqlCommand command = new(text).
            VariableDeclarationSyntax declaration => declaration.Type == named,
            PropertyDeclarationSyntax or NullableTypeSyntax => true,
            _ => false,
        };
    }

    private static bool IsOpen(BaseArgumentListSyntax arguments) => arguments.Arguments.Any(static argument => HandedForms.MayBeWhole(argument.Expression));
}
