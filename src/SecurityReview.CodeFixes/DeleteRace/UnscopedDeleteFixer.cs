using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.DeleteRace;

/// <summary>Adds the owner to the condition, where the function already has the caller's value at hand. Which rows a delete of all should mean, nobody can guess.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnscopedDeleteFixer))]
public sealed class UnscopedDeleteFixer() : ReviewFixProvider(RuleIds.UnscopedDelete, ScopeToCaller, "Scope all deletes to the caller")
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string ScopeToCaller = "delete.scope_to_caller";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context)
    {
        var properties = context.Diagnostic.Properties;
        if (!properties.TryGetValue(DeleteProperties.OwnerKey, out var key) || !properties.TryGetValue(DeleteProperties.Caller, out var caller) || ConditionIn(context) is not var (lambda, condition))
            return ImmutableArray<Repair>.Empty;
        var owner = SyntaxFactory.BinaryExpression(
            SyntaxKind.EqualsExpression,
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.IdentifierName(ParameterOf(lambda)), SyntaxFactory.IdentifierName(key!)),
            SyntaxFactory.Token(SyntaxFactory.TriviaList(SyntaxFactory.Space), SyntaxKind.EqualsEqualsToken, SyntaxFactory.TriviaList(SyntaxFactory.Space)),
            SyntaxFactory.IdentifierName(caller!));
        return ImmutableArray.Create(Repair.OfSyntax(
            $"Compare '{key}' with '{caller}'", ScopeToCaller, editor => editor.ReplaceNode(condition, Conditions.And(condition, owner).WithTriviaFrom(condition))));
    }

    /// <summary>The condition of the <c>Where</c> nearest to the delete.</summary>
    private static (LambdaExpressionSyntax Lambda, ExpressionSyntax Condition)? ConditionIn(RepairContext context)
    {
        var name = context.Root.FindToken(context.Diagnostic.Location.SourceSpan.Start).Parent as SimpleNameSyntax;
        for (var current = name is null ? null : DeleteSite.CallOf(name); current?.Expression is MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax inner }; current = inner)
        {
            if (inner.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Where" } && inner.ArgumentList.Arguments.Count == 1
                && inner.ArgumentList.Arguments[0].Expression is LambdaExpressionSyntax { ExpressionBody: { } body } lambda)
            {
                return (lambda, body);
            }
        }

        return null;
    }

    private static string ParameterOf(LambdaExpressionSyntax lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.ValueText,
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: { Count: 1 } parameters } => parameters[0].Identifier.ValueText,
        _ => "",
    };
}
