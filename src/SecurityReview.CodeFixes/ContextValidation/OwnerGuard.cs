using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using SecurityReview.CodeFixes.ContextValidation.Callers;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.ContextValidation;

/// <summary>Denies after an object was loaded, behind the test for its existence where there is one.</summary>
internal static class OwnerGuard
{
    /// <summary>The guard against other callers; null where the object has no name, the code cannot deny there, or nothing tells who calls.</summary>
    public static Repair? Of(InvocationExpressionSyntax call, string key, string equivalenceKey, RepairContext context)
    {
        if (PlaceBehind(call, key, context) is not { } place || CallerLocal.For(place.Before, key, place.Type, context) is not { } caller)
            return null;
        return Deny(place, key, caller.Use, $"Deny callers whom '{place.Name}' does not belong to", equivalenceKey, caller.Declare, call, context);
    }

    /// <summary>The guard against other parents: in the test for existence where there is one.</summary>
    public static Repair? Tie(InvocationExpressionSyntax call, string key, ExpressionSyntax value, string equivalenceKey, RepairContext context)
    {
        if (PlaceBehind(call, key, context) is not { } place)
            return null;
        if (place.NullTest is not { } test)
            return Deny(place, key, value, $"Deny where '{place.Name}' is of another parent", equivalenceKey, static _ => { }, call, context);
        return context.Pass.Claim(test)
            ? Repair.OfSyntax($"Deny where '{place.Name}' is of another parent", equivalenceKey, editor => editor.ReplaceNode(test, (current, _) => Conditions.Or((ExpressionSyntax)current, Differs(place, key, value)).WithTriviaFrom(current)))
            : null;
    }

    private static Repair? Deny(GuardPlace place, string key, ExpressionSyntax value, string title, string equivalenceKey, Action<SyntaxEditor> declare, InvocationExpressionSyntax call, RepairContext context)
    {
        if (!context.Pass.Claim(place.Before) || Denial.At(call, context) is not { } denial)
            return null;
        return Repair.OfSyntax(title, equivalenceKey, editor =>
        {
            declare(editor);
            Statements.InsertBefore(editor, place.Before, Statements.SetOff(denial.Unless(Differs(place, key, value)), place.Before));
        });
    }

    private static ExpressionSyntax Differs(GuardPlace place, string key, ExpressionSyntax value) => SyntaxFactory.BinaryExpression(
        SyntaxKind.NotEqualsExpression,
        SyntaxFactory.ParseExpression($"{place.Name}{(place.MayBeNull ? "?" : "")}.{key}"),
        SyntaxFactory.Token(SyntaxFactory.TriviaList(SyntaxFactory.Space), SyntaxKind.ExclamationEqualsToken, SyntaxFactory.TriviaList(SyntaxFactory.Space)),
        value);

    private static GuardPlace? PlaceBehind(InvocationExpressionSyntax call, string key, RepairContext context)
    {
        if (DeclarationAround(call) is not { } declaration || context.Model.GetDeclaredSymbol(declaration.Declaration.Variables[0], context.CancellationToken) is not ILocalSymbol local)
            return null;
        if (Statements.After(declaration) is not { } next || OwnerCondition.TypeOf(local.Type, key) is not { } type)
            return null;
        var test = NullGuard(next, local.Name);
        if ((test is null ? next : Statements.After(next)) is not { } before)
            return null;
        var mayBeNull = test is null && local.Type.IsReferenceType && local.NullableAnnotation != NullableAnnotation.NotAnnotated && !ThrowsWithout(call);
        return new GuardPlace(local.Name, type, before, test, mayBeNull);
    }

    private static LocalDeclarationStatementSyntax? DeclarationAround(InvocationExpressionSyntax call)
    {
        SyntaxNode value = call;
        while (value.Parent is AwaitExpressionSyntax or ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression })
            value = value.Parent;
        return value.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1 } statement } } ? statement : null;
    }

    private static bool ThrowsWithout(InvocationExpressionSyntax call) => call.Ancestors().TakeWhile(static node => node is not StatementSyntax).Any(static node => node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Right: ThrowExpressionSyntax });

    private static ExpressionSyntax? NullGuard(StatementSyntax statement, string name)
    {
        if (statement is not IfStatementSyntax { Else: null } guard || !Statements.Exits(guard.Statement))
            return null;
        var tested = guard.Condition switch
        {
            IsPatternExpressionSyntax { Expression: IdentifierNameSyntax value, Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } } => value,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Left: IdentifierNameSyntax value, Right.RawKind: (int)SyntaxKind.NullLiteralExpression } => value,
            _ => null,
        };
        return tested?.Identifier.ValueText == name ? guard.Condition : null;
    }

    /// <param name="Name">The object.</param>
    /// <param name="Type">The type of its key.</param>
    /// <param name="Before">The statement that a guard stands before.</param>
    /// <param name="NullTest">The test for its existence; null if there is none.</param>
    /// <param name="MayBeNull">Whether the object may be missing where the guard stands.</param>
    private sealed record GuardPlace(string Name, ITypeSymbol Type, StatementSyntax Before, ExpressionSyntax? NullTest, bool MayBeNull);
}
