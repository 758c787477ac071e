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
internal static class Parameterization
{
    /// <summary>The repair of the text that a finding stands at; null where it is not certain.</summary>
    /// <param name="key">The key under which the fixer offers it.</param>
    public static Repair? Plan(RepairContext context, string key)
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

        return Repair.OfSyntax(values.Length == 1 ? "Pass the value as a parameter" : "Pass the values as parameters", key, repair.Apply);
    }
}
