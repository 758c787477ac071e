using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DeleteRace;

/// <summary>A stub that is made, removed and saved by statements in a row, with nothing else tracked that the save would write.</summary>
/// <param name="Statements">The statements before the save: the stub, its attachment, its removal.</param>
/// <param name="Save">The expression that saves, with its <c>await</c>.</param>
/// <param name="SaveStatement">Its statement.</param>
/// <param name="Set">The set that the stub is removed from.</param>
/// <param name="Keys">The members that the stub is given, with their values.</param>
/// <param name="Target">The entity.</param>
internal sealed record StubSite(
    ImmutableArray<StatementSyntax> Statements,
    ExpressionSyntax Save,
    StatementSyntax SaveStatement,
    ExpressionSyntax Set,
    ImmutableArray<(string Member, ExpressionSyntax Value)> Keys,
    string Target)
{
    private static readonly string[] s_changes = ["Add", "AddAsync", "AddRange", "Update", "UpdateRange", "Remove", "RemoveRange", "Attach", "Entry"];

    /// <summary>The site of a finding; null where the save writes more than the delete, or the code has another shape.</summary>
    public static StubSite? Of(RepairContext context)
    {
        if (!context.Diagnostic.Properties.TryGetValue(DeleteProperties.Target, out var target) || string.IsNullOrEmpty(target)
            || !context.Diagnostic.Properties.TryGetValue(DeleteProperties.IsSingleRow, out var isKeyOnly) || isKeyOnly != "true" || context.Diagnostic.AdditionalLocations.Count == 0)
            return null;
        if (context.Root.FindNode(context.Diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is not { } creation)
            return null;
        if (context.Root.FindToken(context.Diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { } removal || KeysOf(creation) is not { } keys)
            return null;
        if (creation.FirstAncestorOrSelf<StatementSyntax>() is not { } first || first.Parent is not BlockSyntax block || removal.Parent != block)
            return null;
        var statements = block.Statements.Skip(block.Statements.IndexOf(first)).TakeWhile(statement => SaveIn(statement) is null).ToImmutableArray();
        var save = block.Statements.ElementAtOrDefault(block.Statements.IndexOf(first) + statements.Length);
        if (save is null || SaveIn(save) is not { } saved || !statements.Contains(removal) || statements.Any(statement => !IsPart(statement, creation, removal) || HasComment(statement, first)))
            return null;
        return !ChangesMore(context.Root, removal, statements) && SetOf(removal, target!, context) is { } set
            ? new StubSite(statements, saved, save, set, keys, target!)
            : null;
    }

    public static bool IsSave(InvocationExpressionSyntax call) => NameOf(call) is "SaveChanges" or "SaveChangesAsync";

    public static string? NameOf(InvocationExpressionSyntax call) => (call.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText ?? (call.Expression as SimpleNameSyntax)?.Identifier.ValueText;

    private static ImmutableArray<(string Member, ExpressionSyntax Value)>? KeysOf(BaseObjectCreationExpressionSyntax creation)
    {
        if (creation.ArgumentList is { Arguments.Count: > 0 } || creation.Initializer is not { Expressions.Count: > 0 } initializer)
            return null;
        var keys = initializer.Expressions.Select(item => item is AssignmentExpressionSyntax { Left: IdentifierNameSyntax member, Right: var value } ? (member.Identifier.ValueText, value) : default).ToImmutableArray();
        return keys.Any(key => key.Item1 is null) ? null : keys;
    }

    /// <summary>The save that is all of a statement: <c>await db.SaveChangesAsync();</c>, or <c>return await …;</c>.</summary>
    private static ExpressionSyntax? SaveIn(StatementSyntax statement)
    {
        var expression = (statement as ExpressionStatementSyntax)?.Expression ?? (statement as ReturnStatementSyntax)?.Expression;
        return expression?.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault(IsSave) is { } call && DeleteSite.OutcomeOf(call) == expression ? expression : null;
    }

    /// <summary>The declaration of the stub, the removal, and what attaches the stub.</summary>
    private static bool IsPart(StatementSyntax statement, BaseObjectCreationExpressionSyntax creation, ExpressionStatementSyntax removal)
    {
        if (statement == removal)
            return true;
        if (statement is LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } variables } && variables[0].Initializer?.Value == creation)
            return true;
        return statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } && NameOf(call) == "Attach" && call.ArgumentList.Arguments.Count == 1
            && (call.ArgumentList.Arguments[0].Expression == creation || call.ArgumentList.Arguments[0].Expression is IdentifierNameSyntax);
    }

    /// <summary>Whether the function tracks anything else: the save has to write that too.</summary>
    private static bool ChangesMore(SyntaxNode root, StatementSyntax removal, ImmutableArray<StatementSyntax> statements)
    {
        var function = removal.Ancestors().FirstOrDefault(node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax) ?? root;
        return function.DescendantNodes().OfType<StatementSyntax>()
            .Where(statement => !statements.Contains(statement) && statement is ExpressionStatementSyntax or LocalDeclarationStatementSyntax or ReturnStatementSyntax)
            .Any(statement => statement.DescendantNodes().Any(node => node switch
            {
                InvocationExpressionSyntax call => s_changes.Contains(NameOf(call)) || NameOf(call) is "Find" or "FindAsync" or "First" or "FirstAsync" or "FirstOrDefault" or "FirstOrDefaultAsync",
                AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax } => true,
                _ => false,
            }));
    }

    /// <summary><c>db.Orders</c> of <c>db.Orders.Remove(…)</c>; <c>db.Set&lt;Order&gt;()</c> of <c>db.Remove(…)</c> and <c>db.Entry(…)</c>.</summary>
    private static ExpressionSyntax? SetOf(ExpressionStatementSyntax removal, string target, RepairContext context)
    {
        var receiver = removal.Expression switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Expression,
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax entry } } } => entry.Expression,
            _ => null,
        };
        if (receiver is null || context.Model.GetTypeInfo(receiver, context.CancellationToken).Type is not { } type)
            return null;
        return type.Name == "DbSet"
            ? receiver
            : SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression,
                receiver.WithoutTrivia(),
                SyntaxFactory.GenericName(SyntaxFactory.Identifier("Set"), SyntaxFactory.TypeArgumentList(SyntaxFactory.SingletonSeparatedList<TypeSyntax>(SyntaxFactory.IdentifierName(target))))));
    }

    /// <summary>A comment above the first statement stays; one further down has no place left.</summary>
    private static bool HasComment(StatementSyntax statement, StatementSyntax first) =>
        (statement == first ? statement.GetTrailingTrivia() : statement.GetLeadingTrivia().AddRange(statement.GetTrailingTrivia()))
            .Any(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
}
