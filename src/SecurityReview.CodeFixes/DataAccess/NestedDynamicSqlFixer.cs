using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.Options;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.CodeFixes.DataAccess.Dynamic;
using SecurityReview.CodeFixes.DataAccess.Sinks;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DataAccess;

/// <summary>Lets SQL that joins values with a statement pass them to it as parameters instead.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NestedDynamicSqlFixer))]
public sealed class NestedDynamicSqlFixer() : ReviewFixProvider(RuleIds.NestedDynamicSql, BindKey, "Bind the values of inner statements")
{
    /// <summary>Bind the values of the inner statement.</summary>
    public const string BindKey = "SecurityReview.BindNestedSql";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context)
    {
        var node = context.Node as ExpressionSyntax ?? (context.Node as ArgumentSyntax)?.Expression;
        if (node is null)
            return ImmutableArray<Repair>.Empty;
        var text = WrittenText.Of(node, context.Model, context.CancellationToken);
        var dialect = SqlTextSinks.Find(context)?.Provider.Dialect ?? SqlDialect.Unknown;
        if (dialect == SqlDialect.Unknown)
            dialect = context.Options.Get(ReviewOptions.Dialect);
        if (Read(text, context.Model, dialect, context.CancellationToken) is not { } composed
            || (ExecuteSqlRepair.Plan(composed.Sql.Text, dialect) ?? UsingRepair.Plan(composed.Sql.Text, dialect)) is not { } edits
            || LiteralEdits.Of(composed, edits) is not { } changes
            || !Holds(context, text, changes, SqlEdit.Apply(composed.Sql.Text, edits), dialect))
        {
            return ImmutableArray<Repair>.Empty;
        }

        return ImmutableArray.Create(Repair.OfText("Bind the values of the inner statement", BindKey, changes));
    }

    /// <summary>The text where all of it is written in one place, without holes.</summary>
    private static ComposedText? Read(ExpressionSyntax text, SemanticModel model, SqlDialect dialect, CancellationToken cancellation) =>
        SqlComposition.Read(text, model, dialect, SqlVerb.Other, cancellation) is { Holes.IsEmpty: true, Text.IsWrittenInPlace: true } composition ? composition.Text : null;

    /// <summary>Whether the compiler reads exactly the SQL that is meant from the changed file.</summary>
    private static bool Holds(RepairContext context, ExpressionSyntax text, ImmutableArray<TextChange> changes, string expected, SqlDialect dialect)
    {
        if (changes.Any(change => !text.Span.Contains(change.Span)))
            return false;
        var tree = context.Root.SyntaxTree;
        var changed = CSharpSyntaxTree.ParseText(context.Text.WithChanges(changes.OrderBy(static change => change.Span.Start)), (CSharpParseOptions)tree.Options, tree.FilePath, context.CancellationToken);
        var length = text.Span.Length + changes.Sum(static change => (change.NewText?.Length ?? 0) - change.Span.Length);
        var node = changed.GetRoot(context.CancellationToken).FindNode(new TextSpan(text.SpanStart, length), getInnermostNodeForTie: true);
        return node is ExpressionSyntax repaired
            && Read(repaired, context.Model.Compilation.ReplaceSyntaxTree(tree, changed).GetSemanticModel(changed), dialect, context.CancellationToken)?.Sql.Text == expected;
    }
}
