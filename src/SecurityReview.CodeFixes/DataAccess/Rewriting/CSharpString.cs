using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Sql.Composition;

namespace SecurityReview.CodeFixes.DataAccess.Rewriting;

/// <summary>A C# string as it is written: quotes with prefix, the source between them, closing quotes.</summary>
internal sealed record CSharpString(LiteralKind Kind, bool IsInterpolated, string Open, string Inner, string Close)
{
    /// <summary>A placeholder as a literal of its own.</summary>
    public static CSharpString OfPlaceholder(string text) => new(LiteralKind.Regular, false, "\"", text, "\"");

    /// <summary>The parts of a literal or interpolated string; null for any other expression.</summary>
    public static CSharpString? Of(ExpressionSyntax expression)
    {
        var source = expression.WithoutTrivia().ToString();
        switch (expression)
        {
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal:
                var style = LiteralStyle.Of(literal.Token);
                return Split(style.Kind, false, source, source.IndexOf('"'));
            case InterpolatedStringExpressionSyntax text:
                var open = text.StringStartToken.Text;
                var close = text.StringEndToken.Text;
                return new(LiteralStyle.Of(text).Kind, true, open, source.Substring(open.Length, source.Length - open.Length - close.Length), close);
            default:
                return null;
        }
    }

    private static CSharpString? Split(LiteralKind kind, bool isInterpolated, string source, int firstQuote)
    {
        var quotes = 1;
        if (kind == LiteralKind.Raw)
        {
            while (firstQuote + quotes < source.Length && source[firstQuote + quotes] == '"')
                quotes++;
        }

        var start = firstQuote + quotes;
        var end = source.Length - quotes;
        return firstQuote < 0 || end < start ? null : new(kind, isInterpolated, source.Substring(0, start), source.Substring(start, end - start), source.Substring(end));
    }

    /// <summary>The expression that is written this way.</summary>
    public ExpressionSyntax ToExpression() => SyntaxFactory.ParseExpression(Open + Inner + Close);

    /// <summary>Whether nothing stands between the quotes.</summary>
    public bool IsEmpty => Inner.Length == 0;

    /// <summary>The two texts as one string; null where they are written too differently.</summary>
    public static CSharpString? Merge(CSharpString left, CSharpString right)
    {
        if (left.IsEmpty)
            return right;
        if (right.IsEmpty)
            return left;
        var shape = left.IsSimple ? right : right.IsSimple || left.Kind == right.Kind ? left : null;
        if (shape is null || shape.Open.Contains("\n") || (shape.Kind == LiteralKind.Raw && !left.IsSimple && !right.IsSimple))
            return null;
        var isInterpolated = left.IsInterpolated || right.IsInterpolated;
        if (isInterpolated && shape.Kind == LiteralKind.Raw && (HasBraces(left) || HasBraces(right)))
            return null;
        var outer = isInterpolated && !shape.IsInterpolated ? (left.IsInterpolated ? left : right) : shape;
        return outer with { Inner = left.InnerFor(isInterpolated) + right.InnerFor(isInterpolated) };
    }

    /// <summary>Whether the text is written the same in every kind of string.</summary>
    private bool IsSimple => !IsInterpolated && Kind == LiteralKind.Regular && Inner.All(character => character is not ('\\' or '"' or '\n'));

    private static bool HasBraces(CSharpString text) => !text.IsInterpolated && text.Inner.IndexOfAny(['{', '}']) >= 0;

    private string InnerFor(bool isInterpolated) => isInterpolated && !IsInterpolated ? Inner.Replace("{", "{{").Replace("}", "}}") : Inner;
}
