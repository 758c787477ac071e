using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.Analyzers.Sql.Dynamic;

namespace SecurityReview.Analyzers.DataAccess.Judgement;

/// <summary>Looks into the text for SQL that the database is told to put together and run.</summary>
internal static class NestedSql
{
    /// <summary>The first such place in a text; null where it has none.</summary>
    public static SqlTextFlaw? FlawOf(OperationContext context, IOperation value)
    {
        foreach (var text in TextsOf(context, value))
        {
            if (!DynamicSqlReader.MayHold(text.Text))
                continue;
            if (value.SemanticModel is { } model && DynamicSqlReader.Read(text, SqlTextReading.DialectOf(context, model)) is { IsEmpty: false } places)
                return new SqlTextFlaw(RuleIds.NestedDynamicSql, $"'{places[0].Part.Text}'", ImmutableArray<Location>.Empty);
        }

        return null;
    }

    /// <summary>What the text can be, as far as it is known: constants as they are, what is composed with its holes.</summary>
    private static IEnumerable<SqlText> TextsOf(OperationContext context, IOperation value)
    {
        if (value.ConstantValue is { HasValue: true, Value: var constant })
            return constant is string text ? [SqlText.Constant(text)] : [];
        if (value.Syntax is not ExpressionSyntax expression || value.SemanticModel is not { } model)
            return [];
        if (value is IFieldReferenceOperation)
            return new ConstantChoices(model, context.CancellationToken).Of(expression) is { IsDefault: false } choices ? choices.Select(SqlText.Constant) : [];
        return MayBeWrittenAround(value.Syntax) && SqlTextReading.Read(expression, model, context) is { } composition ? [WithLineBreaks(composition.Text)] : [];
    }

    /// <summary>The text with <c>Environment.NewLine</c> as what it is: as a hole it would be a part of the word behind it.</summary>
    private static SqlText WithLineBreaks(ComposedText composed)
    {
        var text = new StringBuilder(composed.Sql.Text);
        var holes = composed.Sql.Holes.Where((offset, index) => !IsLineBreak(composed.Hole(index), text, offset)).ToImmutableArray();
        return new SqlText(text.ToString(), holes);
    }

    private static bool IsLineBreak(HolePiece hole, StringBuilder text, int offset)
    {
        if (hole.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "NewLine" })
            return false;
        text[offset] = '\n';
        return true;
    }

    /// <summary>Whether some string of the body has a word that runs text: asked before anything is bound.</summary>
    private static bool MayBeWrittenAround(SyntaxNode text) =>
        LocalReferences.BodyOf(text).DescendantTokens().Any(static token => token.Kind() switch
        {
            SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedStringTextToken => DynamicSqlReader.MayHold(token.ValueText),
            _ => false,
        });
}
