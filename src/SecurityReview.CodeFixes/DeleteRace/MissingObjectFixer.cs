using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.DeleteRace;

/// <summary>Tests the result right behind the look-up, and answers "not found" in the way that the function has for it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingObjectFixer))]
public sealed class MissingObjectFixer() : ReviewFixProvider(RuleIds.MissingObjectDeleted, HandleMissing, "Handle all missing objects")
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string HandleMissing = "delete.handle_missing";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context)
    {
        if (LookupIn(context) is not { } lookup || !context.Diagnostic.Properties.TryGetValue(DeleteProperties.Target, out var target)
            || DeleteSite.Around(lookup, target ?? "", context) is not { } site || NothingDeleted.OrThrow(site, context) is not { } answer)
        {
            return ImmutableArray<Repair>.Empty;
        }

        return EditOf(lookup, answer, target ?? "", context) is { } edit
            ? ImmutableArray.Create(Repair.OfSyntax("Handle the missing object", HandleMissing, edit))
            : ImmutableArray<Repair>.Empty;
    }

    /// <summary>The look-up with its <c>await</c>.</summary>
    private static ExpressionSyntax? LookupIn(RepairContext context) =>
        context.Diagnostic.AdditionalLocations.Count > 0
        && context.Root.FindNode(context.Diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
            ? DeleteSite.OutcomeOf(call)
            : null;

    private static Action<SyntaxEditor>? EditOf(ExpressionSyntax lookup, StatementSyntax answer, string target, RepairContext context)
    {
        switch (lookup.Parent)
        {
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } } local }:
                return Behind(statement, local.Identifier.ValueText, answer, context);
            case AssignmentExpressionSyntax { Left: IdentifierNameSyntax local, Parent: ExpressionStatementSyntax statement }:
                return Behind(statement, local.Identifier.ValueText, answer, context);
            default:
                return lookup.FirstAncestorOrSelf<ExpressionStatementSyntax>() is { } direct && IsInList(direct) && IsArgument(lookup, direct) ? WithLocal(direct, lookup, answer, target, context) : null;
        }
    }

    private static Action<SyntaxEditor>? Behind(StatementSyntax statement, string local, StatementSyntax answer, RepairContext context)
    {
        if (!IsInList(statement) || !context.Pass.Claim(statement))
            return null;
        var test = IfNull(local, answer);
        var next = Statements.After(statement);
        if (next is not null && !next.GetLeadingTrivia().FirstOrDefault().IsKind(SyntaxKind.EndOfLineTrivia))
            test = test.WithTrailingTrivia(SyntaxFactory.CarriageReturnLineFeed, SyntaxFactory.CarriageReturnLineFeed);
        return editor => editor.InsertAfter(statement, test);
    }

    /// <summary><c>store.Remove(store.Find(id));</c>: the result gets a name to be tested by.</summary>
    private static Action<SyntaxEditor> WithLocal(ExpressionStatementSyntax statement, ExpressionSyntax lookup, StatementSyntax answer, string target, RepairContext context)
    {
        var hint = target.Length > 0 ? char.ToLowerInvariant(target[0]) + target.Substring(1) : "found";
        if (SyntaxFacts.GetKeywordKind(hint) != SyntaxKind.None)
            hint = "found";
        var name = OutcomeTest.NameFor(statement, context, hint);
        var declaration = OutcomeTest.Keep(name, Conditions.Bare(lookup)).WithLeadingTrivia(statement.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.CarriageReturnLineFeed);
        var test = IfNull(name, answer).WithTrailingTrivia(SyntaxFactory.CarriageReturnLineFeed, SyntaxFactory.CarriageReturnLineFeed);
        return editor =>
        {
            editor.InsertBefore(statement, [declaration, test]);
            editor.ReplaceNode(lookup, SyntaxFactory.IdentifierName(name));
            editor.ReplaceNode(statement, (current, _) => current.WithLeadingTrivia(SyntaxFactory.ElasticMarker).WithAdditionalAnnotations(Formatter.Annotation));
        };
    }

    /// <summary>Whether nothing but the delete happens in the statement, so that the look-up can move in front of it.</summary>
    private static bool IsArgument(ExpressionSyntax lookup, ExpressionStatementSyntax statement) =>
        lookup.Parent is ArgumentSyntax or PostfixUnaryExpressionSyntax
        && !lookup.Ancestors().TakeWhile(node => node != statement).Any(node => node is LambdaExpressionSyntax or ConditionalExpressionSyntax or ConditionalAccessExpressionSyntax);

    private static bool IsInList(StatementSyntax statement) => statement.Parent is BlockSyntax or SwitchSectionSyntax;

    private static StatementSyntax IfNull(string local, StatementSyntax answer) =>
        SyntaxFactory.IfStatement(
            SyntaxFactory.IsPatternExpression(SyntaxFactory.IdentifierName(local), SyntaxFactory.ConstantPattern(SyntaxFactory.LiteralExpression(SyntaxKind.NullLiteralExpression))),
            SyntaxFactory.Block(answer)).WithAdditionalAnnotations(Formatter.Annotation);
}
