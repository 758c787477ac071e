using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.CodeFixes.ContextValidation.Callers;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.ContextValidation;

/// <summary>Adds the owner to the condition of a query.</summary>
internal static class OwnerCondition
{
    /// <summary>The comparison with the caller; null where the query has no condition over the entity, or nothing tells who calls.</summary>
    public static Repair? Of(InvocationExpressionSyntax call, string key, string equivalenceKey, RepairContext context)
    {
        if (ConditionIn(call, key, context) is not var (condition, parameter, type) || CallerLocal.For(call, key, type, context) is not { } caller)
            return null;
        if (caller.Declaration is null && !MayStandInQuery(caller.Use))
            return null;
        return Compare(condition, parameter, key, caller.Use, $"Compare '{key}' with the caller", equivalenceKey, caller.Declare, context);
    }

    /// <summary>The comparison with a value that is at hand.</summary>
    public static Repair? Tie(InvocationExpressionSyntax call, string key, ExpressionSyntax value, string equivalenceKey, RepairContext context) =>
        ConditionIn(call, key, context) is var (condition, parameter, _)
            ? Compare(condition, parameter, key, value, $"Compare '{key}' with '{value}'", equivalenceKey, static _ => { }, context)
            : null;

    private static Repair? Compare(
        ExpressionSyntax condition, string parameter, string key, ExpressionSyntax value, string title, string equivalenceKey, Action<SyntaxEditor> declare, RepairContext context)
    {
        if (!context.Pass.Claim(condition))
            return null;
        var comparison = SyntaxFactory.BinaryExpression(
            SyntaxKind.EqualsExpression,
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.IdentifierName(parameter), SyntaxFactory.IdentifierName(key)),
            SyntaxFactory.Token(SyntaxFactory.TriviaList(SyntaxFactory.Space), SyntaxKind.EqualsEqualsToken, SyntaxFactory.TriviaList(SyntaxFactory.Space)),
            value);
        return Repair.OfSyntax(title, equivalenceKey, editor =>
        {
            declare(editor);
            editor.ReplaceNode(condition, (current, _) => Conditions.And((ExpressionSyntax)current, comparison).WithTriviaFrom(current));
        });
    }

    /// <summary>The condition nearest to the end of a query that is about an object with the key.</summary>
    private static (ExpressionSyntax Condition, string Parameter, ITypeSymbol Type)? ConditionIn(InvocationExpressionSyntax call, string key, RepairContext context)
    {
        for (InvocationExpressionSyntax? current = call; current is not null; current = (current.Expression as MemberAccessExpressionSyntax)?.Expression as InvocationExpressionSyntax)
        {
            foreach (var argument in current.ArgumentList.Arguments)
            {
                if (argument.Expression is LambdaExpressionSyntax { ExpressionBody: { } body } lambda
                    && context.Model.GetSymbolInfo(lambda, context.CancellationToken).Symbol is IMethodSymbol { Parameters.Length: 1, ReturnType.SpecialType: SpecialType.System_Boolean } predicate
                    && TypeOf(predicate.Parameters[0].Type, key) is { } type)
                {
                    return (body, predicate.Parameters[0].Name, type);
                }
            }
        }

        return null;
    }

    /// <summary>The type of a member that an object has by its declaration.</summary>
    public static ITypeSymbol? TypeOf(ITypeSymbol holder, string key) =>
        holder.SelfAndBaseTypes().SelectMany(type => type.GetMembers(key)).Select(static member => (member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type).FirstOrDefault(static type => type is not null);

    /// <summary>Whether an expression is allowed in a lambda that is data.</summary>
    private static bool MayStandInQuery(ExpressionSyntax expression) =>
        !expression.DescendantNodesAndSelf().Any(static node => node is ConditionalAccessExpressionSyntax or ThrowExpressionSyntax or AwaitExpressionSyntax or AssignmentExpressionSyntax or SwitchExpressionSyntax or IsPatternExpressionSyntax);
}
