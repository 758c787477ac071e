using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SecurityReview.Analyzers;
using SecurityReview.CodeFixes.DataAccess.Names;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DataAccess;

/// <summary>Turns what untrusted data reaches in SQL text into parameters; where it is the name of a column, lets only known ones in.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SqlInjectionFixer))]
public sealed class SqlInjectionFixer() : ReviewFixProvider(RuleIds.SqlInjection, ParameterizeKey, "Pass the values as parameters")
{
    /// <summary>Pass all values as parameters.</summary>
    public const string ParameterizeKey = "SecurityReview.ParameterizeSql";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context) =>
        (Parameterization.Plan(context, ParameterizeKey) ?? NameAllowList.Plan(context, ParameterizeKey, mayLeaveValues: false)) is { } repair ? ImmutableArray.Create(repair) : ImmutableArray<Repair>.Empty;
}
