using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.CodeFixes.DataAccess.Binding;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DataAccess.Sinks;

/// <summary>A place that takes SQL text, and knows how parameters are passed along with it.</summary>
/// <param name="text">The expression of the text.</param>
/// <param name="provider">The library behind it.</param>
internal abstract class SqlTextSink(ExpressionSyntax text, SqlProvider provider)
{
    /// <summary>The expression of the text.</summary>
    public ExpressionSyntax Text { get; } = text;

    /// <summary>The library behind it.</summary>
    public SqlProvider Provider { get; } = provider;

    /// <summary>For text that is added to a statement, what that statement does.</summary>
    public virtual SqlVerb FragmentOf => SqlVerb.Other;

    /// <summary>How a list of values is passed.</summary>
    public virtual ListForm ListForm => ListForm.None;

    /// <summary>Plans the repair: the text with placeholders, and the values passed as parameters; null where the place allows none.</summary>
    public abstract SinkRepair? Plan(SqlComposition composition, ImmutableArray<BoundValue> values, RepairContext context);

    /// <summary>The statement around the text, within the same lambda or method; null in an expression body.</summary>
    protected static StatementSyntax? StatementOf(SyntaxNode node) =>
        node.AncestorsAndSelf().TakeWhile(ancestor => ancestor is not (AnonymousFunctionExpressionSyntax or ArrowExpressionClauseSyntax)).OfType<StatementSyntax>().FirstOrDefault();
}
