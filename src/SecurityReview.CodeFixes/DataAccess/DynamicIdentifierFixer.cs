using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SecurityReview.Analyzers;
using SecurityReview.CodeFixes.DataAccess.Names;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DataAccess;

/// <summary>Lets only known columns and directions into the places of names in SQL text.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DynamicIdentifierFixer))]
public sealed class DynamicIdentifierFixer() : ReviewFixProvider(RuleIds.DynamicIdentifier, AllowListKey, "Let only known names into SQL text")
{
    /// <summary>Choose the names from a list.</summary>
    public const string AllowListKey = "SecurityReview.AllowListOfNames";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context) =>
        NameAllowList.Plan(context, AllowListKey, mayLeaveValues: true) is { } repair ? ImmutableArray.Create(repair) : ImmutableArray<Repair>.Empty;
}
