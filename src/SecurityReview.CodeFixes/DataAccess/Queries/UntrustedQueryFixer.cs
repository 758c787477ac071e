using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SecurityReview.Analyzers;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DataAccess.Queries;

/// <summary>Gives the values of a query to the store as values, in the form that the store has for it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UntrustedQueryFixer))]
public sealed class UntrustedQueryFixer() : ReviewFixProvider(RuleIds.UntrustedQuery, BindKey, "Bind the values of queries")
{
    /// <summary>Bind all values of the query.</summary>
    public const string BindKey = "SecurityReview.BindQueryValues";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context)
    {
        var repair = QueryTextSinks.Find(context) is { } sink ? Parameterization.Plan(context, BindKey, sink) : TableFilter.Plan(context, BindKey) ?? MongoFilter.Plan(context, BindKey);
        return repair is null ? ImmutableArray<Repair>.Empty : ImmutableArray.Create(repair);
    }
}
