using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.ContextValidation.OpenFilter;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.ContextValidation;

/// <summary>
/// Filters always. In code that runs for a request whoever has no identity is denied first; a filter of the model has nobody to deny, and finds
/// nothing for them.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OpenFilterFixer))]
public sealed class OpenFilterFixer() : ReviewFixProvider(RuleIds.OwnershipFilterFailsOpen, FilterAlways, "Filter by the owner always")
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string FilterAlways = "filter.always";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context)
    {
        var properties = context.Diagnostic.Properties;
        if (!properties.TryGetValue(OpenFilterFacts.PresentWhenTrue, out var present) || !properties.TryGetValue(OpenFilterFacts.IsOfModel, out var isOfModel) ||
            context.Node.FirstAncestorOrSelf<ExpressionSyntax>(node => node.Span == context.Diagnostic.Location.SourceSpan) is not { } test)
        {
            return ImmutableArray<Repair>.Empty;
        }

        var edit = isOfModel == "true" ? OpenFilterEdit.WithoutTest(test, present == "true") : Guarded(test, present == "true", context);
        return edit is null
            ? ImmutableArray<Repair>.Empty
            : ImmutableArray.Create(Repair.OfSyntax(isOfModel == "true" ? "Filter always" : "Deny callers without identity, and filter always", FilterAlways, edit));
    }

    private static Action<SyntaxEditor>? Guarded(ExpressionSyntax test, bool presentWhenTrue, RepairContext context)
    {
        // Within a predicate the test belongs to a lambda; who denies is the function that runs the query.
        if (Denial.At((SyntaxNode?)StatementOf(test) ?? test, context, "It is not known who asks.", "There is no such object.") is not { } denial || AbsenceOf(test, presentWhenTrue) is not { } absent)
            return null;
        if (test.Parent is IfStatementSyntax @if && @if.Condition == test)
            return OpenFilterEdit.OfIf(@if, presentWhenTrue, absent, denial);
        return OpenFilterEdit.WithoutTest(test, presentWhenTrue) is { } edit && StatementOf(test) is { } statement && context.Pass.Claim(statement)
            ? editor =>
            {
                edit(editor);
                Statements.InsertBefore(editor, statement, Statements.SetOff(denial.Unless(absent), before: statement));
            }
            : null;
    }

    /// <summary>The condition under which the identity is missing; null where the test gives more than an answer.</summary>
    private static ExpressionSyntax? AbsenceOf(ExpressionSyntax test, bool presentWhenTrue)
    {
        if (test is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce)
        {
            return SyntaxFactory.BinaryExpression(
                SyntaxKind.EqualsExpression,
                coalesce.Left.WithoutTrivia().WithTrailingTrivia(SyntaxFactory.Space),
                SyntaxFactory.Token(SyntaxKind.EqualsEqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
                SyntaxFactory.LiteralExpression(SyntaxKind.NullLiteralExpression));
        }

        return presentWhenTrue ? PatternFree(test) : Conditions.Bare(test);
    }

    /// <summary><c>k is not { } id</c> keeps the variable; other tests are negated.</summary>
    private static ExpressionSyntax PatternFree(ExpressionSyntax test) => test is IsPatternExpressionSyntax { Pattern: not UnaryPatternSyntax } pattern
        ? pattern.WithoutTrivia().WithPattern(SyntaxFactory.UnaryPattern(SyntaxFactory.Token(SyntaxKind.NotKeyword).WithTrailingTrivia(SyntaxFactory.Space), pattern.Pattern.WithoutTrivia()))
        : Conditions.Negate(test);

    /// <summary>The statement of a list that runs the query, outside of the predicate.</summary>
    private static StatementSyntax? StatementOf(ExpressionSyntax test)
    {
        foreach (var ancestor in test.Ancestors())
        {
            switch (ancestor)
            {
                case LocalDeclarationStatementSyntax or ExpressionStatementSyntax or ReturnStatementSyntax:
                    return ancestor.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax ? (StatementSyntax)ancestor : null;
                case StatementSyntax or MemberDeclarationSyntax or ArrowExpressionClauseSyntax:
                    return null;
            }
        }

        return null;
    }
}
