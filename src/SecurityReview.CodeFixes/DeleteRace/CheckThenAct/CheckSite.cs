using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DeleteRace.CheckThenAct;

/// <summary>The <c>if</c> that tests nothing but a check.</summary>
/// <param name="If">The statement.</param>
/// <param name="WhenThere">Whether its first branch runs where the thing is there.</param>
/// <param name="Stored">The declaration of the local that carries the answer to it, and is needed for nothing else.</param>
internal sealed record CheckSite(IfStatementSyntax If, bool WhenThere, StatementSyntax? Stored)
{
    /// <summary>The statement around the check of a finding; null where more than the check decides.</summary>
    public static CheckSite? Of(RepairContext context)
    {
        if (context.Diagnostic.AdditionalLocations.Count == 0
            || context.Root.FindNode(context.Diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<ExpressionSyntax>() is not { } check)
        {
            return null;
        }

        var sense = true;
        var condition = Climb(DeleteSite.OutcomeOf(check), ref sense);
        if (condition.Parent is IfStatementSyntax direct && direct.Condition == condition)
            return new CheckSite(direct, sense, null);
        return condition.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax declaration } } local }
            ? OfStored(local, declaration, sense)
            : null;
    }

    /// <summary>The test of a local right behind its declaration, and of nothing else.</summary>
    private static CheckSite? OfStored(VariableDeclaratorSyntax local, LocalDeclarationStatementSyntax declaration, bool sense)
    {
        if (Syntax.Statements.After(declaration) is not IfStatementSyntax next)
            return null;
        var uses = declaration.Parent!.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == local.Identifier.ValueText).ToList();
        if (uses.Count != 1)
            return null;
        var condition = Climb(uses[0], ref sense);
        return next.Condition == condition ? new CheckSite(next, sense, declaration) : null;
    }

    /// <summary>The condition with negations and comparisons around it.</summary>
    private static ExpressionSyntax Climb(ExpressionSyntax check, ref bool sense)
    {
        for (var condition = check; ;)
        {
            condition = Syntax.Conditions.WithNegations(condition, ref sense);
            switch (condition.Parent)
            {
                case BinaryExpressionSyntax comparison when comparison.Left == condition && IsSome(comparison) is { } isSome:
                    sense = sense == isSome;
                    condition = comparison;
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" } value:
                    condition = value;
                    break;
                default:
                    return condition;
            }
        }
    }

    private static bool? IsSome(BinaryExpressionSyntax comparison) => (comparison.Kind(), (comparison.Right as LiteralExpressionSyntax)?.Token.Value) switch
    {
        (SyntaxKind.GreaterThanExpression or SyntaxKind.NotEqualsExpression, 0) => true,
        (SyntaxKind.GreaterThanOrEqualExpression, 1) => true,
        (SyntaxKind.EqualsExpression or SyntaxKind.LessThanOrEqualExpression, 0) => false,
        (SyntaxKind.LessThanExpression, 1) => false,
        _ => null,
    };
}
