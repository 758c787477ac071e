using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.CodeFixes.DataAccess.Binding;

namespace SecurityReview.CodeFixes.DataAccess.Rewriting;

/// <summary>Writes a text as one interpolated string whose holes are the values, for methods that bind the holes of such a string.</summary>
internal static class InterpolationWriter
{
    /// <summary>Lines longer than this are kept as they are built, with placeholders.</summary>
    private const int MaximalLength = 200;

    /// <summary>The interpolated string; null where the text is better kept in its form (comments inside, very long).</summary>
    public static ExpressionSyntax? Write(SqlComposition composition, ExpressionSyntax text, ImmutableArray<BoundValue> values)
    {
        if (text.DescendantTrivia().Any(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia)))
            return null;
        var written = text is InterpolatedStringExpressionSyntax interpolated ? Edit(composition, interpolated, values) : Join(composition, values);
        return written?.WithTriviaFrom(text);
    }

    /// <summary>An interpolated string stays as it is written, but for quotes around holes.</summary>
    private static ExpressionSyntax? Edit(SqlComposition composition, InterpolatedStringExpressionSyntax text, ImmutableArray<BoundValue> values)
    {
        if (TextEdits.Create(composition.Text, values.Select((value, index) => (value, index.ToString(System.Globalization.CultureInfo.InvariantCulture)))) is not { } edits)
            return null;
        var open = text.StringStartToken.Text;
        var extraBraces = Math.Max(0, open.Count(character => character == '$') - 1);
        var inner = new StringBuilder();
        foreach (var content in text.Contents)
        {
            if (content is InterpolatedStringTextSyntax part)
            {
                var token = part.TextToken;
                inner.Append(edits.Apply(token.Text, token.SpanStart, token.SpanStart, token.Span.End));
            }
            else if (edits.PlaceholderAt(content.Span) is not { } number)
            {
                return null;
            }
            else if (number.Length > 0)
            {
                var value = values[int.Parse(number, System.Globalization.CultureInfo.InvariantCulture)].Value;
                inner.Append('{', extraBraces).Append(CSharpText.Interpolation(value)).Append('}', extraBraces);
            }
        }

        return SyntaxFactory.ParseExpression(open + inner + text.StringEndToken.Text);
    }

    /// <summary>Any other text is joined into one regular interpolated string.</summary>
    private static ExpressionSyntax? Join(SqlComposition composition, ImmutableArray<BoundValue> values)
    {
        var source = composition.Text.Sql.Text;
        var result = new StringBuilder("$\"");
        var from = 0;
        foreach (var value in values)
        {
            result.Append(CSharpText.EscapeInterpolated(source.Substring(from, value.Token.Start - from))).Append(CSharpText.Interpolation(value.Value));
            from = value.Token.End;
        }

        result.Append(CSharpText.EscapeInterpolated(source.Substring(from))).Append('"');
        return result.Length > MaximalLength ? null : SyntaxFactory.ParseExpression(result.ToString());
    }
}
