using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.CodeFixes.DeleteRace;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.ContextValidation;

/// <summary>Tests what the check says where it is called, and denies in the way that the function has for it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UncheckedResultFixer))]
public sealed class UncheckedResultFixer() : ReviewFixProvider(RuleIds.UncheckedResult, Deny, "Deny where a check fails")
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string Deny = "check.deny";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context)
    {
        if (context.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>(node => node.Span == context.Diagnostic.Location.SourceSpan) is not { } call ||
            context.Model.GetSymbolInfo(call, context.CancellationToken).Symbol is not IMethodSymbol method ||
            EnclosingFunction.Of(call, context.Model, context.CancellationToken) is not { Symbol: { } symbol, IsIterator: false } function || IsEventHandler(symbol))
        {
            return ImmutableArray<Repair>.Empty;
        }

        var outcome = DeleteSite.OutcomeOf(call);
        if (context.Model.GetTypeInfo(outcome, context.CancellationToken).Type is { } type && !ReferenceEquals(type.UnwrapTask(), type))
        {
            // A forgotten await is part of the fault.
            if (!symbol.IsAsync || outcome.Parent is not (ExpressionStatementSyntax or AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } }))
                return ImmutableArray<Repair>.Empty;
            var awaited = SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), outcome.WithoutTrivia());
            return Plan(outcome, awaited, method, function, context);
        }

        return Plan(outcome, outcome.WithoutTrivia(), method, function, context);
    }

    private static ImmutableArray<Repair> Plan(ExpressionSyntax outcome, ExpressionSyntax value, IMethodSymbol method, EnclosingFunction function, RepairContext context)
    {
        if (Refusal.In(function, method, context) is not { IsEmpty: false } refusal || EditOf(outcome, value, method, refusal) is not { } edit)
            return ImmutableArray<Repair>.Empty;
        return ImmutableArray.Create(Repair.OfSyntax($"Deny where '{method.Name}' fails", Deny, edit));
    }

    private static Action<SyntaxEditor>? EditOf(ExpressionSyntax outcome, ExpressionSyntax value, IMethodSymbol method, ImmutableArray<StatementSyntax> refusal)
    {
        switch (outcome.Parent)
        {
            case ExpressionStatementSyntax statement when FailedCheck.Condition(value, method) is { } condition:
                return InPlaceOf(statement, If(condition, refusal));
            case AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax statement } when FailedCheck.Condition(value, method) is { } condition:
                return InPlaceOf(statement, If(condition, refusal));
            case AssignmentExpressionSyntax { Left: IdentifierNameSyntax local, Parent: ExpressionStatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax } statement }:
                return Behind(statement, FailedCheck.Condition(local.WithoutTrivia(), method), refusal);
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax } statement } } local }:
                return Behind(statement, FailedCheck.Condition(SyntaxFactory.IdentifierName(local.Identifier.WithoutTrivia()), method), refusal);
            default:
                return null;
        }
    }

    private static Action<SyntaxEditor>? Behind(StatementSyntax statement, ExpressionSyntax? condition, ImmutableArray<StatementSyntax> refusal) => condition is null
        ? null
        : editor => editor.InsertAfter(statement, If(condition, refusal).WithTrailingTrivia(StatementPlan.SpaceBehind(statement)));

    private static Action<SyntaxEditor> InPlaceOf(ExpressionStatementSyntax statement, IfStatementSyntax test) =>
        editor => editor.ReplaceNode(statement, StatementPlan.IsInList(statement) ? StatementPlan.InPlaceOf(statement, test) : StatementPlan.BlockFor(statement, test));

    private static IfStatementSyntax If(ExpressionSyntax condition, ImmutableArray<StatementSyntax> refusal) =>
        SyntaxFactory.IfStatement(condition, SyntaxFactory.Block(refusal)).WithAdditionalAnnotations(Formatter.Annotation);

    /// <summary>An exception in <c>async void</c> ends the process, and a lambda without a result may be an event handler.</summary>
    private static bool IsEventHandler(IMethodSymbol function) =>
        function.ReturnsVoid && (function.IsAsync || function.MethodKind == MethodKind.AnonymousFunction);
}
