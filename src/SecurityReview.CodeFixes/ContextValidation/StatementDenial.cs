using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.ContextValidation;

/// <summary>
/// Denies in statements: at the start of the branch that only a mismatch reaches. Without a privilege to ask for, a branch that does
/// nothing but take the owner over becomes the denial.
/// </summary>
internal static class StatementDenial
{
    public static Action<SyntaxEditor>? AroundIf(IfStatementSyntax @if, MismatchSite site, Denial denial, RepairPass pass)
    {
        if (Holds(@if.Statement, site))
            return InBranch(@if.Statement, Implies(site, @if.Condition, conditionIs: true), site, denial, pass);
        if (@if.Else is { } otherwise && Holds(otherwise.Statement, site))
            return InBranch(otherwise.Statement, Implies(site, @if.Condition, conditionIs: false), site, denial, pass);
        if (@if.Else is not null || @if.Parent is ElseClauseSyntax || !Statements.Exits(@if.Statement) || Statements.After(@if) is not { } next)
            return null;
        var implied = Implies(site, @if.Condition, conditionIs: false);
        if (site.Privilege is null && implied && next is ReturnStatementSyntax && Holds(next, site))
            return Instead(next, denial);
        return editor => Statements.InsertBefore(editor, next, Statements.SetOff(denial.Unless(ConditionFor(site, implied)), before: next));
    }

    public static Action<SyntaxEditor>? InSections(SwitchStatementSyntax @switch, MismatchSite site, Denial denial)
    {
        var sections = @switch.Sections.Where(section => site.TakeOvers.Any(read => section.Span.Contains(read.Span))).ToList();
        if (sections.Count != 1 || !site.TakeOvers.All(read => sections[0].Span.Contains(read.Span)) || sections[0].Statements.Count == 0)
            return null;
        var first = sections[0].Statements[0];
        if (first is BlockSyntax { Statements.Count: > 0 } block)
            first = block.Statements[0];
        return editor => Statements.InsertBefore(editor, first, Statements.SetOff(denial.Unless(ConditionFor(site, implied: site.Privilege is not null)), before: first));
    }

    /// <summary>The outcome stands in a local, which the guard tests.</summary>
    public static Action<SyntaxEditor>? AfterDeclaration(VariableDeclaratorSyntax variable, MismatchSite site, Denial denial)
    {
        if (variable.Parent?.Parent is not LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1 } declaration || Statements.After(declaration) is not { } next)
            return null;
        ExpressionSyntax mismatch = SyntaxFactory.IdentifierName(variable.Identifier.WithoutTrivia());
        if (site.TrueMeansSame)
            mismatch = Conditions.Negate(mismatch);
        var denied = site.Privilege is null ? mismatch : Conditions.And(mismatch, Conditions.Negate(site.Privilege));
        return editor => Statements.InsertBefore(editor, next, Statements.SetOff(denial.Unless(denied), before: next));
    }

    private static Action<SyntaxEditor>? InBranch(StatementSyntax branch, bool implied, MismatchSite site, Denial denial, RepairPass pass)
    {
        if (!pass.Claim(branch) || branch.Ancestors().Any(pass.IsClaimed))
            return null;
        var statements = Statements.Of(branch);
        if (site.Privilege is null && implied && statements.Count == 1 && statements[0] is ExpressionStatementSyntax or ReturnStatementSyntax or YieldStatementSyntax)
            return Instead(statements[0], denial);
        var guard = Statements.SetOff(denial.Unless(ConditionFor(site, implied)), before: statements[0]);
        if (branch is BlockSyntax)
            return editor => Statements.InsertBefore(editor, statements[0], guard);
        return editor => editor.ReplaceNode(branch, (current, _) =>
            SyntaxFactory.Block(guard, (StatementSyntax)current).WithAdditionalAnnotations(Formatter.Annotation));
    }

    private static Action<SyntaxEditor> Instead(StatementSyntax statement, Denial denial) => editor =>
        editor.ReplaceNode(statement, (current, _) => denial.Statement.WithTriviaFrom(current));

    /// <summary>What to test where the mismatch is a fact already: the privilege alone.</summary>
    private static ExpressionSyntax ConditionFor(MismatchSite site, bool implied) =>
        implied && site.Privilege is not null ? Conditions.Negate(site.Privilege) : site.Denied;

    private static bool Holds(StatementSyntax branch, MismatchSite site) => site.TakeOvers.All(read => branch.Span.Contains(read.Span));

    /// <summary>Whether the mismatch is a fact where a condition holds (or does not).</summary>
    private static bool Implies(MismatchSite site, ExpressionSyntax condition, bool conditionIs)
    {
        if (site.TrueMeansSame == conditionIs)
            return false;
        var chain = conditionIs ? SyntaxKind.LogicalAndExpression : SyntaxKind.LogicalOrExpression;
        SyntaxNode current = site.Unit;
        while (current != condition && (current.Parent is ParenthesizedExpressionSyntax || current.Parent.IsKind(chain)))
            current = current.Parent!;
        return current == condition;
    }
}
