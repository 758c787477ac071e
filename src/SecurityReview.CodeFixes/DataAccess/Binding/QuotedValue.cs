using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Composition;

namespace SecurityReview.CodeFixes.DataAccess.Binding;

/// <summary>
/// The value of a string with holes inside its quotes. The parameter is text again, the very text that stood between the quotes, so
/// that wildcards, formats and cultures keep their meaning.
/// </summary>
internal sealed class QuotedValue(SqlComposition composition, SemanticModel model, CancellationToken cancellation)
{
    private readonly QuoteDoubling _doubling = new(model, cancellation);

    /// <summary>The expression for the text between the quotes; null where it is not certain to mean the same.</summary>
    public ExpressionSyntax? Of(ImmutableArray<SqlHole> holes)
    {
        var token = holes[0].Token;
        var pieces = holes.Select(hole => composition.Text.Hole(hole.Index)).ToImmutableArray();
        var values = pieces.Select(piece => _doubling.Remove(piece.Expression)).ToImmutableArray();
        if (values.Any(_doubling.IsSuspected) || pieces.Any(piece => ValueKinds.Of(piece.Type) == ValueKind.None) || !IsAcceptedAsText(token, pieces))
            return null;
        if (TextBetween(token, holes) is not { } texts)
            return null;
        if (pieces.Length == 1 && texts.All(text => text.Length == 0))
            return Single(pieces[0], values[0]);
        return pieces.Any(piece => (piece.Provider is not null || piece.IsInvariant) && !IsText(piece))
            ? null
            : pieces.Any(piece => piece.Site is not ExpressionSyntax) ? Interpolated(texts, pieces, values) : Concatenated(texts, values, pieces);
    }

    /// <summary>
    /// PostgreSQL types a quoted literal by what stands around it and a text parameter as text, so a number, date or id in quotes
    /// would no longer compare, unless a cast follows.
    /// </summary>
    private bool IsAcceptedAsText(SqlToken token, ImmutableArray<HolePiece> pieces) =>
        composition.Dialect != SqlDialect.Postgresql || pieces.All(IsText)
        || string.CompareOrdinal(composition.Text.Sql.Text, token.End, "::", 0, 2) == 0;

    private static bool IsText(HolePiece piece) => ValueKinds.Of(piece.Type) is ValueKind.Text or ValueKind.TextLike;

    /// <summary>What the text before, between and after the holes means; null where an escape depends on a dialect that is not known.</summary>
    private ImmutableArray<string>? TextBetween(SqlToken token, ImmutableArray<SqlHole> holes)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        var start = token.Start + token.Prefix;
        foreach (var end in holes.Select(hole => composition.Text.Sql.Holes[hole.Index]).Append(token.End - token.Suffix))
        {
            var raw = composition.Text.Sql.Text.Substring(start, end - start);
            if (raw.Contains("\\") && composition.Dialect == SqlDialect.Unknown)
                return null;
            texts.Add(token.Escape.Unescape(raw, token.Text[token.Prefix - 1]));
            start = end + 1;
        }

        return texts.ToImmutable();
    }

    /// <summary>One value alone between the quotes.</summary>
    private ExpressionSyntax? Single(HolePiece piece, ExpressionSyntax value)
    {
        var isNullable = model.GetTypeInfo(piece.Expression, cancellation).Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
        var kind = ValueKinds.Of(piece.Type);
        if (kind == ValueKind.Text && piece.Alignment is null)
            return value;
        if (kind == ValueKind.Object || piece.Alignment is not null || (isNullable && piece.Format is not null))
        {
            return piece.Provider is not null || piece.IsInvariant
                ? null
                : Interpolated(ImmutableArray.Create("", ""), ImmutableArray.Create(piece), ImmutableArray.Create(value));
        }

        // What the interpolation called: ToString with the format and the provider. A nullable value has only the plain one.
        var arguments = new List<string>();
        if (piece.Format is { } format)
            arguments.Add(SyntaxFactory.Literal(format).Text);
        if (kind is not (ValueKind.TextLike or ValueKind.Boolean) && (piece.Provider is not null || piece.IsInvariant))
        {
            if (isNullable)
                return null;
            arguments.Add(piece.Provider?.WithoutTrivia().ToString() ?? "System.Globalization.CultureInfo.InvariantCulture");
        }

        return SyntaxFactory.ParseExpression($"{UnquotedValue.Receiver(value)}.ToString({string.Join(", ", arguments)})");
    }

    private static ExpressionSyntax Interpolated(ImmutableArray<string> texts, ImmutableArray<HolePiece> pieces, ImmutableArray<ExpressionSyntax> values)
    {
        var text = new System.Text.StringBuilder("$\"");
        for (var i = 0; i < texts.Length; i++)
        {
            text.Append(CSharpText.EscapeInterpolated(texts[i]));
            if (i < pieces.Length)
                text.Append(CSharpText.Interpolation(values[i], pieces[i].Alignment, pieces[i].Format));
        }

        return SyntaxFactory.ParseExpression(text.Append('"').ToString());
    }

    private static ExpressionSyntax Concatenated(ImmutableArray<string> texts, ImmutableArray<ExpressionSyntax> values, ImmutableArray<HolePiece> pieces)
    {
        var operands = new List<string>();
        for (var i = 0; i < texts.Length; i++)
        {
            if (texts[i].Length > 0)
                operands.Add(SyntaxFactory.Literal(texts[i]).Text);
            if (i < values.Length)
                operands.Add(Operand(values[i]));
        }

        // Two values side by side are text only if one of them is.
        var isText = texts[0].Length > 0 || ValueKinds.Of(pieces[0].Type) == ValueKind.Text || (texts.Length > 2 && texts[1].Length > 0);
        if (!isText)
            operands.Insert(0, "\"\"");
        return SyntaxFactory.ParseExpression(string.Join(" + ", operands));
    }

    private static string Operand(ExpressionSyntax value) =>
        value is BinaryExpressionSyntax or ConditionalExpressionSyntax or AwaitExpressionSyntax or CastExpressionSyntax or SwitchExpressionSyntax or AssignmentExpressionSyntax or LambdaExpressionSyntax
            ? $"({value.WithoutTrivia()})"
            : value.WithoutTrivia().ToString();
}
