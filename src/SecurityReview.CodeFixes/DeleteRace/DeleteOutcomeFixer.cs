using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using SecurityReview.Analyzers;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DeleteRace;

/// <summary>
/// Tests the outcome and says that nothing was deleted, in the way that the function has for it: a result "not found" of an endpoint,
/// false, or an exception.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeleteOutcomeFixer))]
public sealed class DeleteOutcomeFixer() : ReviewFixProvider(RuleIds.DeleteOutcomeIgnored, TestOutcome, "Test the outcome of all deletes")
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string TestOutcome = "delete.test_outcome";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context)
    {
        if (DeleteSite.Of(context) is not { } site || NothingDeleted.In(site, context) is not { } answer || PlanOf(site, answer, context) is not { } edit)
            return ImmutableArray<Repair>.Empty;
        return ImmutableArray.Create(Repair.OfSyntax(TitleOf(answer), TestOutcome, edit));
    }

    private static Action<SyntaxEditor>? PlanOf(DeleteSite site, StatementSyntax answer, RepairContext context) => site.Outcome.Parent switch
    {
        ExpressionStatementSyntax statement when !site.IsTask => StatementPlan.OfStatement(statement, site, answer, context),
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } } local }
            when !site.IsTask && ReadingOf(local, context) is { } reading => StatementPlan.OfStored(statement, local.Identifier.ValueText, reading, answer),
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax local, Parent: ExpressionStatementSyntax statement }
            when !site.IsTask && ReadingOf(local, context) is { } reading => StatementPlan.OfStored(statement, local.Identifier.ValueText, reading, answer),
        ArrowExpressionClauseSyntax => FunctionPlan.OfExpressionBody(site, answer, context),
        LambdaExpressionSyntax => FunctionPlan.OfExpressionBody(site, answer, context),
        ReturnStatementSyntax statement => FunctionPlan.OfReturnedTask(statement, site, answer, context),
        _ => null,
    };

    private static OutcomeReading? ReadingOf(SyntaxNode local, RepairContext context)
    {
        var symbol = local is VariableDeclaratorSyntax
            ? context.Model.GetDeclaredSymbol(local, context.CancellationToken)
            : context.Model.GetSymbolInfo(local, context.CancellationToken).Symbol;
        return OutcomeReading.Of((symbol as ILocalSymbol)?.Type);
    }

    private static string TitleOf(StatementSyntax answer) => answer switch
    {
        ReturnStatementSyntax { Expression: LiteralExpressionSyntax } => "Return whether something was deleted",
        ReturnStatementSyntax => "Return 'not found' if nothing was deleted",
        _ => "Throw if nothing was deleted",
    };
}
