using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using SecurityReview.Analyzers;
using SecurityReview.CodeFixes.DeleteRace.OneTime;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DeleteRace;

/// <summary>Uses the credential up before it is used, by a statement that tells whether this request was the one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OneTimeCredentialFixer))]
public sealed class OneTimeCredentialFixer() : ReviewFixProvider(RuleIds.OneTimeCredential, ConsumeFirst, "Use up all credentials before they are used")
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string ConsumeFirst = "delete.consume_first";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context)
    {
        if (ConsumptionSite.Of(context) is not { } site || Refusal(site, context) is not { } refusal || ConsumeCondition.Of(site, context) is not { } condition || !context.Pass.Claim(site.Place))
            return ImmutableArray<Repair>.Empty;
        return ImmutableArray.Create(Repair.OfSyntax("Use it up first and test the outcome", ConsumeFirst, editor => Apply(editor, site, condition, refusal)));
    }

    /// <summary>What the code does without a credential: what its own guard does, or what its shape offers.</summary>
    private static StatementSyntax? Refusal(ConsumptionSite site, RepairContext context) =>
        site.Refusal?.WithoutTrivia() ?? (DeleteSite.Around(site.Read, site.Target, context) is { } function ? NothingDeleted.In(function, context) : null);

    private static void Apply(SyntaxEditor editor, ConsumptionSite site, ExpressionSyntax condition, StatementSyntax refusal)
    {
        var comments = site.Consumed.SelectMany(static statement => statement.GetLeadingTrivia()).Where(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))
            .SelectMany(static comment => new[] { comment, SyntaxFactory.ElasticCarriageReturnLineFeed });
        var test = SyntaxFactory.IfStatement(condition, SyntaxFactory.Block(refusal))
            .WithLeadingTrivia(site.Consumed.Contains(site.Place) ? site.Place.GetLeadingTrivia() : SyntaxFactory.TriviaList(comments))
            .WithTrailingTrivia(IsFollowed(site) ? SyntaxFactory.TriviaList(SyntaxFactory.CarriageReturnLineFeed, SyntaxFactory.CarriageReturnLineFeed) : SyntaxFactory.TriviaList(SyntaxFactory.CarriageReturnLineFeed))
            .WithAdditionalAnnotations(Formatter.Annotation);
        var replaced = site.Consumed.Contains(site.Place) ? site.Place : null;
        if (replaced is not null)
            editor.ReplaceNode(replaced, test);
        else
            editor.InsertBefore(site.Place, test);
        foreach (var statement in site.Consumed.Where(statement => statement != replaced))
            editor.RemoveNode(statement, SyntaxRemoveOptions.KeepNoTrivia);
    }

    /// <summary>Whether a statement follows without an empty line between.</summary>
    private static bool IsFollowed(ConsumptionSite site)
    {
        var block = (BlockSyntax)site.Place.Parent!;
        var next = site.Consumed.Contains(site.Place) ? block.Statements.Skip(block.Statements.IndexOf(site.Place) + 1).FirstOrDefault(statement => !site.Consumed.Contains(statement)) : site.Place;
        return next is not null && !next.GetLeadingTrivia().FirstOrDefault().IsKind(SyntaxKind.EndOfLineTrivia);
    }
}
