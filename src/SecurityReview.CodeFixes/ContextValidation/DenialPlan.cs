using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.ContextValidation;

/// <summary>Finds the place where a denial belongs, by the construct that the comparison decides.</summary>
internal static class DenialPlan
{
    /// <summary>The edit; null where no place is certain to be right.</summary>
    public static Action<SyntaxEditor>? Of(MismatchSite site, RepairContext context)
    {
        if (Denial.At(site.Unit, context) is not { } denial)
            return null;
        foreach (var ancestor in site.Unit.Ancestors())
        {
            switch (ancestor)
            {
                case ConditionalExpressionSyntax conditional when conditional.Condition.Contains(site.Unit):
                    return ExpressionDenial.InConditional(conditional, site, denial);
                case SwitchExpressionArmSyntax { WhenClause: { } when } arm when when.Contains(site.Unit):
                    return ExpressionDenial.InArms((SwitchExpressionSyntax)arm.Parent!, site, denial);
                case SwitchExpressionSyntax @switch when @switch.GoverningExpression.Contains(site.Unit):
                    return ExpressionDenial.InArms(@switch, site, denial);
                case IfStatementSyntax @if when @if.Condition.Contains(site.Unit):
                    return StatementDenial.AroundIf(@if, site, denial, context.Pass);
                case SwitchSectionSyntax section when section.Labels.Any(label => label.Contains(site.Unit)):
                    return StatementDenial.InSections((SwitchStatementSyntax)section.Parent!, site, denial);
                case SwitchStatementSyntax @switch when @switch.Expression.Contains(site.Unit):
                    return StatementDenial.InSections(@switch, site, denial);
                case VariableDeclaratorSyntax { Initializer.Value: { } value } variable when value == site.Unit:
                    return StatementDenial.AfterDeclaration(variable, site, denial);
                case StatementSyntax or MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax:
                    return null;
            }
        }

        return null;
    }
}
