using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using SecurityReview.Analyzers.DataAccess.Judgement;
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
    public static Repair? Plan(RepairContext context, string key) => SqlTextSinks.Find(context) is { } sink ? Plan(context, key, sink) : null;

    /// <summary>The repair of a text; null where it is not certain.</summary>
    /// <param name="key">The key under which the fixer offers it.</param>
    /// <param name="sink">The place that takes the text.</param>
    public static Repair? Plan(RepairContext context, string key, SqlTextSink sink)
    {
        var option = context.Options.Get(ReviewOptions.Dialect);
        var dialect = sink.Provider.Dialect != SqlDialect.Unknown ? sink.Provider.Dialect : option;
        if (SqlComposition.Read(sink.Text, context.Model, dialect, sink.FragmentOf, context.CancellationToken, TextReading.Alternatives) is not { IsSound: true } composition
            || new ValueBinder(composition, context.Model, sink.Text, node => SqlTextProperties.IsKnownName(context.Diagnostic, node), sink.ListForm, context.CancellationToken).Bind() is not { } values
            || sink.Plan(composition, values, context) is not { } repair
            || !RepairedSqlCheck.Holds(context, sink.Text, Apply, repair.Text.Expected, dialect, sink.FragmentOf)
            || !repair.Text.Touched.All(context.Pass.Claim))
        {
            return null;
        }

        return Repair.OfSyntax(values.Length == 1 && values[0].List is null ? "Pass the value as a parameter" : "Pass the values as parameters", key, Apply);

        void Apply(SyntaxEditor editor)
        {
            repair.Apply(editor);
            foreach (var declaration in values.SelectMany(value => value.List?.Unused ?? ImmutableArray<LocalDeclarationStatementSyntax>.Empty).Distinct())
                editor.RemoveNode(declaration.Parent is GlobalStatementSyntax global ? global : declaration, SyntaxRemoveOptions.KeepNoTrivia);
        }
    }
}
