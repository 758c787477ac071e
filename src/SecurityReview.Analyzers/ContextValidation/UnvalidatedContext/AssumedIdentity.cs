using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;

namespace SecurityReview.Analyzers.ContextValidation.UnvalidatedContext;

/// <summary>Expressions that take for granted that there is a request, a claim or an identity: <c>HttpContext!.User</c>, <c>FindFirst(…)!.Value</c>, <c>Identity!.Name</c>.</summary>
internal static class AssumedIdentity
{
    /// <summary>The members that give such a value.</summary>
    public static readonly string[] Names = ["HttpContext", "FindFirst", "FindFirstValue", "Identity"];

    /// <summary>Whether the value before a <c>!</c> (or, in code without annotations, before a dot) is one of those, by its syntax.</summary>
    /// <param name="assumed">The expression that may be missing.</param>
    /// <param name="whole">The expression with the <c>!</c>, or the same.</param>
    public static bool MayBe(ExpressionSyntax assumed, ExpressionSyntax whole) => NameOf(assumed) switch
    {
        "HttpContext" => assumed is MemberAccessExpressionSyntax && MemberOf(whole) == "User",
        "FindFirst" => assumed is InvocationExpressionSyntax && MemberOf(whole) == "Value",
        "FindFirstValue" => assumed is InvocationExpressionSyntax && assumed != whole,
        "Identity" => assumed is MemberAccessExpressionSyntax && MemberOf(whole) == "Name" && !IsLogged(whole),
        _ => false,
    };

    /// <summary>The same with the types: a principal's claim, the context of an accessor.</summary>
    public static bool Is(ExpressionSyntax assumed, SemanticModel model, CancellationToken cancellation)
    {
        var member = assumed is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } ? called : assumed as MemberAccessExpressionSyntax;
        if (member is null || model.GetTypeInfo(member.Expression, cancellation).Type is not { } receiver)
            return false;
        return NameOf(assumed) == "HttpContext" ? receiver.AllInterfaces.Prepend(receiver).Any(static type => type.Name is "IHttpContextAccessor") : CallerIdentity.IsPrincipal(receiver);
    }

    /// <summary>Whether the function asks before if somebody is signed in, has the claim, or is there at all.</summary>
    public static bool IsAskedBefore(ExpressionSyntax assumed)
    {
        var function = assumed.Ancestors().FirstOrDefault(static node => node is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or CompilationUnitSyntax) ?? assumed;
        var text = assumed.ToString();
        return function.DescendantNodes().Any(node => node.SpanStart < assumed.Span.End && node switch
        {
            IdentifierNameSyntax { Identifier.ValueText: "IsAuthenticated" or "HasClaim" or "IsInRole" or "RequireAuthenticatedUser" } => true,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison => comparison.Left.ToString() == text && comparison.Right.IsKind(SyntaxKind.NullLiteralExpression),
            IsPatternExpressionSyntax pattern => pattern.Expression.ToString() == text,
            ConditionalAccessExpressionSyntax access => access.Expression.ToString() == text,
            _ => false,
        });
    }

    private static bool IsLogged(ExpressionSyntax whole) => whole.Ancestors().TakeWhile(static node => node is not StatementSyntax).Any(static node =>
        node is InterpolationSyntax || (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } && name.StartsWith("Log", StringComparison.Ordinal)));

    private static string NameOf(ExpressionSyntax expression) => expression switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        _ => "",
    };

    private static string MemberOf(ExpressionSyntax whole) => whole.Parent is MemberAccessExpressionSyntax member && member.Expression == whole ? member.Name.Identifier.ValueText : "";
}
