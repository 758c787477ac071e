using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.Options;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.CodeFixes.DataAccess.Binding;
using SecurityReview.CodeFixes.DataAccess.Rewriting;
using SecurityReview.CodeFixes.DataAccess.Sinks;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DataAccess;

/// <summary>
/// Turns the values in SQL text into parameters: quotes around them go, wildcards move into the value. Offered only where the SQL
/// stays the same token by token but for the values.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SqlInjectionFixer))]
public sealed class SqlInjectionFixer() : ReviewFixProvider(RuleIds.SqlInjection, ParameterizeKey, "Pass the values as parameters")
{
    /// <summary>Pass all values as parameters.</summary>
    public const string ParameterizeKey = "SecurityReview.ParameterizeSql";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context) =>
        Parameterization(context) is { } repair ? ImmutableArray.Create(repair) : ImmutableArray<Repair>.Empty;

    private static Repair? Parameterization(RepairContext context)
    {
        if (SqlTextSinks.Find(context) is not { } sink)
            return null;
        var option = context.Options.Get(ReviewOptions.Dialect);
        var dialect = sink.Provider.Dialect != SqlDialect.Unknown ? sink.Provider.Dialect : option;
        if (SqlComposition.Read(sink.Text, context.Model, dialect, sink.FragmentOf, context.CancellationToken) is not { IsSound: true } composition
            || new ValueBinder(composition, context.Model, sink.Text, context.CancellationToken).Bind() is not { } values
            || sink.Plan(composition, values, context) is not { } repair
            || !RepairedSqlCheck.Holds(context, sink.Text, repair.Apply, repair.Text.Expected, dialect, sink.FragmentOf)
            || !repair.Text.Touched.All(context.Pass.Claim))
        {
            return null;
        }

        return Repair.OfSyntax(values.Length == 1 ? "Pass the value as a parameter" : "Pass the values as parameters", ParameterizeKey, repair.Apply);
    }
}
