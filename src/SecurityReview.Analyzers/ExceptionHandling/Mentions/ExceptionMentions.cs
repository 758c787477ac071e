using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.ExceptionHandling.Mentions;

/// <summary>
/// Whether a body makes anything of an exception but to log, test, wrap and rethrow it: the first test before any flow is solved, since most
/// handlers do no more. By syntax alone, so what is not plainly harmless counts as a use.
/// </summary>
internal static class ExceptionMentions
{
    private static readonly ConditionalWeakTable<SyntaxNode, StrongBox<ExceptionUse>> s_verdicts = new();

    /// <summary>What a body does with exceptions; asked once per body.</summary>
    public static ExceptionUse UseIn(SyntaxNode body) =>
        s_verdicts.GetValue(body, static node => new StrongBox<ExceptionUse>(UsesIn(node).Aggregate(ExceptionUse.None, static (all, found) => all | found.Use))).Value;

    /// <summary>Whether a body can hold an exception at all: it catches, or some name in it speaks of one.</summary>
    public static bool MayHaveException(SyntaxNode body)
    {
        var names = new ExceptionNames(body);
        return names.AreCaught || names.Identifiers.Any();
    }

    /// <summary>The expressions in a body that may be an exception of which something is made.</summary>
    public static IEnumerable<(ExpressionSyntax Expression, ExceptionUse Use)> UsesIn(SyntaxNode body) =>
        from token in new ExceptionNames(body).Identifiers
        let expression = ExpressionOf(token)
        where expression is not null
        let use = ExceptionUses.Of(expression)
        where use != ExceptionUse.None
        select (expression, use);

    /// <summary>The expression that may be an exception; null where the name is one of a type, of what is assigned to, or of a call for its effect.</summary>
    private static ExpressionSyntax? ExpressionOf(SyntaxToken token)
    {
        if (token.Parent is not IdentifierNameSyntax name || SyntaxFacts.IsInTypeOnlyContext(name) || name.Parent is NameColonSyntax or NameEqualsSyntax or QualifiedNameSyntax or ConstantPatternSyntax or CaseSwitchLabelSyntax)
            return null;
        if (name.Parent is MemberAccessExpressionSyntax qualified && qualified.Expression == name && IsNameOfType(token.ValueText))
            return null;
        ExpressionSyntax expression = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access
            : name.Parent is MemberBindingExpressionSyntax binding ? binding : name;
        // A stream, not a failure.
        if (expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Error", Expression: IdentifierNameSyntax { Identifier.ValueText: "Console" } })
            return null;
        return expression.Parent switch
        {
            AssignmentExpressionSyntax assignment when assignment.Left == expression => null,
            InvocationExpressionSyntax { Parent: ExpressionStatementSyntax or AwaitExpressionSyntax { Parent: ExpressionStatementSyntax } } call when call.Expression == expression => null,
            InvocationExpressionSyntax call when call.Expression == expression => call,
            _ => expression,
        };
    }

    /// <summary>Such as <c>ExceptionMessages</c> before a dot; a member that holds an exception is named like one.</summary>
    private static bool IsNameOfType(string name) =>
        name.Length > 0 && char.IsUpper(name[0]) && !name.EndsWith("Exception", StringComparison.Ordinal) && !name.EndsWith("Exceptions", StringComparison.Ordinal) && name is not ("Error" or "Fault");
}
