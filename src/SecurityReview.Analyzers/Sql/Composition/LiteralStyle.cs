using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.Sql.Composition;

/// <summary>How the text between the quotes of a C# string is written.</summary>
/// <param name="Kind">Which escapes it has.</param>
/// <param name="Indentation">How many blanks at the start of a line are not part of the text; only where raw text has several lines.</param>
internal readonly record struct LiteralStyle(LiteralKind Kind, int Indentation = 0)
{
    /// <summary>The style of an interpolated string.</summary>
    public static LiteralStyle Of(InterpolatedStringExpressionSyntax text) => text.StringStartToken.Kind() switch
    {
        SyntaxKind.InterpolatedStringStartToken => new(LiteralKind.Regular),
        SyntaxKind.InterpolatedVerbatimStringStartToken => new(LiteralKind.Verbatim),
        SyntaxKind.InterpolatedMultiLineRawStringStartToken => new(LiteralKind.Raw, IndentationBefore(text.StringEndToken)),
        _ => new(LiteralKind.Raw),
    };

    /// <summary>The style of a string literal.</summary>
    public static LiteralStyle Of(SyntaxToken literal) => literal.Kind() switch
    {
        SyntaxKind.MultiLineRawStringLiteralToken => new(LiteralKind.Raw, IndentationBefore(literal)),
        SyntaxKind.SingleLineRawStringLiteralToken => new(LiteralKind.Raw),
        _ when literal.Text.StartsWith("@", StringComparison.Ordinal) => new(LiteralKind.Verbatim),
        _ => new(LiteralKind.Regular),
    };

    /// <summary>The blanks between the last line break of a token and its closing quotes.</summary>
    private static int IndentationBefore(SyntaxToken end)
    {
        var line = end.Text.LastIndexOfAny(s_lineEnds) + 1;
        var count = 0;
        while (line + count < end.Text.Length && end.Text[line + count] is ' ' or '\t')
            count++;
        return count;
    }

    private static readonly char[] s_lineEnds = ['\n', '\r'];
}

/// <summary>The kinds of C# strings.</summary>
internal enum LiteralKind
{
    Regular,
    Verbatim,
    Raw,
}
