using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SecurityReview.Analyzers;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DataAccess;

/// <summary>Turns the values of SQL text that is not constant into parameters.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NonConstantSqlFixer))]
public sealed class NonConstantSqlFixer() : ReviewFixProvider(RuleIds.NonConstantSql, ParameterizeKey, "Pass the values as parameters")
{
    /// <summary>Pass all values as parameters.</summary>
    public const string ParameterizeKey = "SecurityReview.ParameterizeNonConstantSql";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context) =>
        Parameterization.Plan(context, ParameterizeKey) is { } repair ? ImmutableArray.Create(repair) : ImmutableArray<Repair>.Empty;
}
