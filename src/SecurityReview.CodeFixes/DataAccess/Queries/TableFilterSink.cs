using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.CodeFixes.DataAccess.Binding;
using SecurityReview.CodeFixes.DataAccess.Rewriting;
using SecurityReview.CodeFixes.DataAccess.Sinks;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DataAccess.Queries;

/// <summary>A filter of Azure tables: <c>CreateQueryFilter</c> writes the holes of an interpolated string as values. Quotes are escaped as in SQL.</summary>
internal sealed class TableFilterSink(ExpressionSyntax text, ArgumentSyntax argument) : SqlTextSink(text, new SqlProvider(SqlDialect.Sqlite, PlaceholderStyle.At))
{
    /// <inheritdoc/>
    public override SqlVerb FragmentOf => SqlVerb.Select;

    /// <inheritdoc/>
    public override SinkRepair? Plan(SqlComposition composition, ImmutableArray<BoundValue> values, RepairContext context)
    {
        if (!composition.Text.IsWrittenInPlace || composition.Text.Pieces.Any(static piece => piece is ConstantPiece) || composition.Holes.Any(hole => composition.Text.Hole(hole.Index).IsChoice) ||
            !BoundQuery.MeansTheSame(composition, values, "'") || InterpolationWriter.Write(composition, Text, values) is not { } filter)
        {
            return null;
        }

        var repair = TextRepair.Of(composition, Text, filter, values.Select(static value => (value, SqlTokenComparison.BoundHole)).ToList());
        return new SinkRepair(repair, editor => editor.ReplaceNode(argument, static (node, _) =>
        {
            var current = (ArgumentSyntax)node;
            var called = SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression,
                SyntaxFactory.ParseExpression("Azure.Data.Tables.TableClient").WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation),
                SyntaxFactory.IdentifierName("CreateQueryFilter"));
            var made = SyntaxFactory.InvocationExpression(called, SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(current.Expression.WithoutTrivia()))));
            return current.WithExpression(made.WithTriviaFrom(current.Expression));
        }));
    }
}
