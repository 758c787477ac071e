using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SecurityReview.Analyzers;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DataAccess;

/// <summary>Turns the texts in the list of an IN into parameters, with the other values of the statement.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConcatenatedListFixer))]
public sealed class ConcatenatedListFixer() : ReviewFixProvider(RuleIds.ConcatenatedList, ParameterizeKey, "Pass the values as parameters")
{
    /// <summary>Pass all values as parameters.</summary>
    public const string ParameterizeKey = "SecurityReview.ParameterizeSqlList";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context) =>
        Parameterization.Plan(context, ParameterizeKey) is { } repair ? ImmutableArray.Create(repair) : ImmutableArray<Repair>.Empty;
}
