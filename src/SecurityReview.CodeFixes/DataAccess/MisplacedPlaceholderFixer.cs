using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SecurityReview.Analyzers;
using SecurityReview.CodeFixes.DataAccess.Placeholders;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DataAccess;

/// <summary>Removes the quotes around placeholders; wildcards inside them move into the value that is passed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MisplacedPlaceholderFixer))]
public sealed class MisplacedPlaceholderFixer() : ReviewFixProvider(RuleIds.MisplacedPlaceholder, UnquoteKey, "Remove the quotes around placeholders")
{
    /// <summary>Remove the quotes.</summary>
    public const string UnquoteKey = "SecurityReview.UnquotePlaceholder";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context) =>
        PlaceholderRepair.Plan(context, UnquoteKey) is { } repair ? ImmutableArray.Create(repair) : ImmutableArray<Repair>.Empty;
}
