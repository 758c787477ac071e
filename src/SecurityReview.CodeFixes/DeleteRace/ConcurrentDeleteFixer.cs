using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.Options;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DeleteRace;

/// <summary>Catches the exception of the save, and answers that the record is gone, or in conflict by option.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConcurrentDeleteFixer))]
public sealed class ConcurrentDeleteFixer() : ReviewFixProvider(RuleIds.ConcurrentDeleteNotHandled, HandleConflict, "Handle all concurrent deletes")
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string HandleConflict = "delete.handle_conflict";

    private static readonly string[] s_exceptions =
        ["Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException", "System.Data.Entity.Infrastructure.DbUpdateConcurrencyException"];

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context)
    {
        if (context.Diagnostic.AdditionalLocations.Count == 0 || !context.Diagnostic.Properties.TryGetValue(DeleteProperties.Target, out var target)
            || context.Root.FindNode(context.Diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } save
            || DeleteSite.OutcomeOf(save).Parent is not ExpressionStatementSyntax { Parent: BlockSyntax } statement)
        {
            return ImmutableArray<Repair>.Empty;
        }

        var name = context.Options.Get(ReviewOptions.ConflictResult) == ConflictResult.Conflict ? "Conflict" : "NotFound";
        if (DeleteSite.Around(save, target ?? "", context) is not { } site || NothingDeleted.In(site, context, name) is not { } answer
            || s_exceptions.Select(context.Model.Compilation.GetTypeByMetadataName).FirstOrDefault(type => type is not null) is not { } exception
            || !context.Pass.Claim(statement))
        {
            return ImmutableArray<Repair>.Empty;
        }

        var attempt = SaveAttempt.Of(statement, exception, [answer], context);
        return ImmutableArray.Create(Repair.OfSyntax("Handle that another request was faster", HandleConflict, editor => editor.ReplaceNode(statement, attempt)));
    }
}
