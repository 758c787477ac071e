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

    /// <param name="token">The name.</param>
    /// <param name="isType">Whether it is the name of a type, whose constructors are sinks; otherwise of a method or property.</param>
    public static bool MayHandOver(SyntaxToken token, bool isType)
    {
        if (token.Parent is not SimpleNameSyntax name)
            return false;
        var named = WholeOf(name);
        return named.Parent switch
        {
            InvocationExpressionSyntax invocation => !isType && invocation.Expression == named && IsOpen(invocation.ArgumentList),
            AssignmentExpressionSyntax assignment => !isType && assignment.Left == named && HandedForms.MayBeWhole(assignment.Right),
            ObjectCreationExpressionSyntax creation => isType && creation.ArgumentList is { } arguments && IsOpen(arguments),
            // The created type may stand before the variable only: SqlCommand command = new(text).
            VariableDeclarationSyntax declaration => isType && declaration.Type == named,
            PrimaryConstructorBaseTypeSyntax or ConstructorInitializerSyntax or PropertyDeclarationSyntax or NullableTypeSyntax => isType,
            _ => false,
        };
    }

    private static bool IsOpen(BaseArgumentListSyntax arguments) => arguments.Arguments.Any(static argument => HandedForms.MayBeWhole(argument.Expression));
}
