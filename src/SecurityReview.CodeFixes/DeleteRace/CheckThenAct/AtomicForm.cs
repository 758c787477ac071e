using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DeleteRace.CheckThenAct;

/// <summary>An act that tells by itself whether it did anything.</summary>
/// <param name="Statement">The statement that the act is now.</param>
/// <param name="Done">The condition that it did something; null where the act does not tell.</param>
/// <param name="NotDone">The opposite.</param>
/// <param name="Alone">The act as a statement whose outcome does not matter.</param>
internal sealed record AtomicForm(StatementSyntax Statement, ExpressionSyntax? Done, ExpressionSyntax? NotDone, ExpressionSyntax Alone)
{
    /// <summary>The form of the act of a finding; null where the store has none.</summary>
    public static AtomicForm? Of(RepairContext context, string store, bool isInsert) => store switch
    {
        "Rows" when !isInsert => OfCall(context, outcome => outcome, isDiscarded: true),
        "Map" when isInsert => OfInsert(context),
        "Map" or "CacheKey" when !isInsert => OfCall(context, outcome => outcome, isDiscarded: false),
        "File" when !isInsert => OfCall(context, outcome => outcome, isDiscarded: false),
        "Blob" when !isInsert => OfCall(context, DeleteIfExists, isDiscarded: false),
        _ => null,
    };

    private static AtomicForm? OfCall(RepairContext context, Func<ExpressionSyntax, ExpressionSyntax> change, bool isDiscarded)
    {
        if (context.Root.FindToken(context.Diagnostic.Location.SourceSpan.Start).Parent is not SimpleNameSyntax name || DeleteSite.CallOf(name) is not { } call)
            return null;
        var outcome = DeleteSite.OutcomeOf(call);
        if (outcome.Parent is not ExpressionStatementSyntax statement)
            return null;
        var type = context.Model.GetTypeInfo(outcome, context.CancellationToken).Type;
        var act = change(outcome).WithoutTrivia();
        var alone = isDiscarded ? SyntaxFactory.AssignmentExpression(SyntaxKind.SimpleAssignmentExpression, SyntaxFactory.IdentifierName("_"), act) : act;
        if (change(outcome) != outcome)
            return type is null ? null : WithFlag(statement, SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, Closed(act), SyntaxFactory.IdentifierName("Value")), alone);
        if (type?.SpecialType == SpecialType.System_Void)
            return new AtomicForm(statement, null, null, alone);
        return OutcomeReading.Of(type) is { } reading ? new AtomicForm(statement, reading.Some(act), reading.None(act), alone) : null;
    }

    /// <summary><c>map[key] = value;</c> and <c>map.TryAdd(key, value);</c> of a concurrent dictionary.</summary>
    private static AtomicForm? OfInsert(RepairContext context)
    {
        var statement = context.Node.FirstAncestorOrSelf<ExpressionStatementSyntax>();
        var (map, arguments) = statement?.Expression switch
        {
            AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } keys } target, Right: var value } =>
                (target.Expression, new[] { keys[0].WithoutTrivia(), SyntaxFactory.Argument(value.WithoutTrivia()) }),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member, ArgumentList.Arguments: { Count: 2 } given } => (member.Expression, given.ToArray()),
            _ => (null, []),
        };
        if (map is null || context.Model.GetTypeInfo(map, context.CancellationToken).Type?.Name != "ConcurrentDictionary")
            return null;
        var add = SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, map.WithoutTrivia(), SyntaxFactory.IdentifierName("TryAdd")),
            SyntaxFactory.ArgumentList(SyntaxFactory.SeparatedList(arguments)));
        return WithFlag(statement!, add, add);
    }

    private static AtomicForm WithFlag(ExpressionStatementSyntax statement, ExpressionSyntax flag, ExpressionSyntax alone) =>
        new(statement, flag, SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, Closed(flag)), alone);

    private static ExpressionSyntax Closed(ExpressionSyntax expression) =>
        expression is AwaitExpressionSyntax ? SyntaxFactory.ParenthesizedExpression(expression) : expression;

    private static ExpressionSyntax DeleteIfExists(ExpressionSyntax outcome)
    {
        var name = outcome.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Last(identifier => identifier.Identifier.ValueText is "Delete" or "DeleteAsync");
        return outcome.ReplaceNode(name, SyntaxFactory.IdentifierName(name.Identifier.ValueText == "Delete" ? "DeleteIfExists" : "DeleteIfExistsAsync"));
    }
}
