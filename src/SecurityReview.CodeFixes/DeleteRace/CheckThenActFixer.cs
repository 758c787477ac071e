using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.CodeFixes.DeleteRace.CheckThenAct;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DeleteRace;

/// <summary>Lets the act itself tell what the check asked, so that there is no time between the two.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CheckThenActFixer))]
public sealed class CheckThenActFixer() : ReviewFixProvider(RuleIds.CheckThenAct, ActAtOnce, "Act at once instead of checking first")
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string ActAtOnce = "delete.act_at_once";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context)
    {
        var properties = context.Diagnostic.Properties;
        if (!properties.TryGetValue(DeleteProperties.Store, out var store) || !properties.TryGetValue(DeleteProperties.IsInsert, out var inserts) || CheckSite.Of(context) is not { } check)
            return ImmutableArray<Repair>.Empty;
        var isInsert = inserts == "true";
        Action<SyntaxEditor>? edit;
        string title;
        if (isInsert && store == "Rows")
            (edit, title) = (properties.ContainsKey(DeleteProperties.IsUnique) ? InsertPlan.OfEntity(check, context) : null, "Handle the violation of the key");
        else if (isInsert && store == "File")
            (edit, title) = (InsertPlan.OfStream(context), "Make the file only if there is none");
        else
            (edit, title) = (AtomicForm.Of(context, store!, isInsert) is { } act ? AtomicPlan.Of(check, act, isInsert) : null, isInsert ? "Add it and test the result" : "Delete at once");
        return edit is not null && context.Pass.Claim(check.If)
            ? ImmutableArray.Create(Repair.OfSyntax(title, ActAtOnce, edit))
            : ImmutableArray<Repair>.Empty;
    }
}
