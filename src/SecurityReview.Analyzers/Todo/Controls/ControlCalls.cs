using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Todo.Security;

namespace SecurityReview.Analyzers.Todo.Controls;

/// <summary>Statements that switch a control on or run it, by syntax: what is commented out has no symbols.</summary>
internal static class ControlCalls
{
    private static readonly HashSet<string> s_chained = new(StringComparer.Ordinal)
    {
        "RequireAuthorization", "RequireAuthenticatedUser", "RequireRole", "RequireClaim", "ValidateAntiforgery",
    };

    private static readonly HashSet<string> s_calls = new(StringComparer.Ordinal)
    {
        "UseAuthorization", "UseAuthentication", "UseAntiforgery", "AuthorizeAsync", "ValidateRequestAsync", "RequireAuthenticatedUser",
    };

    private static readonly string[] s_filters = ["AuthorizeFilter", "AutoValidateAntiforgeryTokenAttribute", "ValidateAntiForgeryTokenAttribute", "AuthorizeAttribute"];

    /// <summary>Whether a call in a chain asks for a right.</summary>
    public static bool IsChained(string name) => s_chained.Contains(name);

    /// <summary>How a message names the control that a statement is; null where it is none.</summary>
    public static string? NameOf(StatementSyntax statement) => statement switch
    {
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FallbackPolicy" } left } assignment }
            when !assignment.Right.IsKind(SyntaxKind.NullLiteralExpression) => left.ToString(),
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment } => OfExpression(assignment.Right, s_calls.Contains),
        ExpressionStatementSyntax expression => OfExpression(expression.Expression, name => s_calls.Contains(name) || IsDemand(name)),
        LocalDeclarationStatementSyntax declaration => InitialOf(declaration) is { } value ? OfExpression(value, s_calls.Contains) : null,
        _ => null,
    };

    /// <summary>Whether a statement only gets the caller's identity, for the guard that follows.</summary>
    public static bool IsPreparation(StatementSyntax statement) =>
        statement is LocalDeclarationStatementSyntax declaration && InitialOf(declaration) is { } value &&
        value.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(name => PlainName.ContainsAny(PlainName.Of(name.Identifier.ValueText), ["user", "claim", "tenant", "caller", "principal"]));

    private static ExpressionSyntax? InitialOf(LocalDeclarationStatementSyntax declaration) =>
        declaration.Declaration.Variables.Count == 1 ? declaration.Declaration.Variables[0].Initializer?.Value : null;

    private static string? OfExpression(ExpressionSyntax expression, Func<string, bool> isControl)
    {
        var call = (expression is AwaitExpressionSyntax awaited ? awaited.Expression : expression) as InvocationExpressionSyntax;
        var name = call?.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        if (call is null || name.Length == 0)
            return null;
        if (isControl(name))
            return name + "()";
        var filter = name == "Add" ? call.DescendantNodes().OfType<SimpleNameSyntax>().FirstOrDefault(part => s_filters.Contains(part.Identifier.ValueText)) : null;
        return filter?.Identifier.ValueText;
    }

    /// <summary>A call that throws unless the caller may: <c>EnsureOwner</c>, <c>CheckAccess</c>, <c>DemandPermission</c>.</summary>
    private static bool IsDemand(string name)
    {
        var plain = PlainName.Of(name);
        return (PrivilegeNames.IsDemand(plain) || plain.StartsWith("check", StringComparison.Ordinal) || plain.StartsWith("verify", StringComparison.Ordinal) || plain.StartsWith("validate", StringComparison.Ordinal)) &&
            DecisionWords.Demanded.Find(PlainWords.Of(name)).Any();
    }
}
