using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.Sql.Composition;

/// <summary>
/// Maps the characters of C# strings to their places in the file, so that a single one can be removed and all others stay as they
/// are written. What it reads is compared with what the compiler reads; a difference (half-typed code) gives null.
/// </summary>
internal static class LiteralDecoder
{
    /// <summary>The text of a string literal; null if it is none or not well-formed.</summary>
    public static MappedText? Decode(LiteralExpressionSyntax literal)
    {
        var token = literal.Token;
        var style = LiteralStyle.Of(token);
        var (start, end) = ContentOf(token, style.Kind);
        if (!literal.IsKind(SyntaxKind.StringLiteralExpression) || start < 0 || end < start)
            return null;
        var decoded = Decode(token.Text, start, end, token.SpanStart, style, isAtLineStart: style.Indentation > 0, isInterpolated: false);
        return decoded is not null && decoded.Text == token.ValueText ? decoded : null;
    }

    /// <summary>A stretch of text of an interpolated string; null if it is not well-formed.</summary>
    public static MappedText? Decode(InterpolatedStringTextSyntax part)
    {
        if (part.Parent is not InterpolatedStringExpressionSyntax text)
            return null;
        var token = part.TextToken;
        var style = LiteralStyle.Of(text);
        var decoded = Decode(token.Text, 0, token.Text.Length, token.SpanStart, style, style.Indentation > 0 && text.Contents[0] == part, isInterpolated: true);
        var isBraced = style.Kind != LiteralKind.Raw;
        var compared = isBraced ? token.ValueText.Replace("{{", "{").Replace("}}", "}") : token.ValueText;
        return decoded is not null && decoded.Text == compared ? decoded : null;
    }

    /// <summary>The bounds of the text between the quotes of a literal.</summary>
    private static (int Start, int End) ContentOf(SyntaxToken token, LiteralKind kind)
    {
        var text = token.Text;
        if (kind != LiteralKind.Raw)
            return (kind == LiteralKind.Verbatim ? 2 : 1, text.EndsWith("\"", StringComparison.Ordinal) ? text.Length - 1 : -1);
        var quotes = 0;
        while (quotes < text.Length && text[quotes] == '"')
            quotes++;
        if (!token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken))
            return (quotes, text.Length - quotes);
        var first = text.IndexOf('\n') + 1;
        var last = text.LastIndexOf('\n');
        return (first, last > first && text[last - 1] == '\r' ? last - 1 : Math.Max(last, first));
    }

    private static MappedText? Decode(string source, int start, int end, int origin, LiteralStyle style, bool isAtLineStart, bool isInterpolated)
    {
        var text = new StringBuilder(end - start);
        var offsets = ImmutableArray.CreateBuilder<int>(end - start + 1);
        var i = start;
        while (i < end)
        {
            if (isAtLineStart)
            {
                for (var blanks = 0; blanks < style.Indentation && i < end && source[i] is ' ' or '\t'; blanks++)
                    i++;
                isAtLineStart = false;
                continue;
            }

            var length = 1;
            var value = source[i].ToString();
            if (style.Kind == LiteralKind.Regular && source[i] == '\\')
                (value, length) = Escape(source, i, end);
            else if (style.Kind == LiteralKind.Verbatim && source[i] == '"')
                length = 2;
            else if (style.Kind != LiteralKind.Raw && isInterpolated && source[i] is '{' or '}')
                length = 2;
            if (length == 0)
                return null;
            isAtLineStart = style.Indentation > 0 && source[i] == '\n';
            foreach (var character in value)
            {
                text.Append(character);
                offsets.Add(origin + i);
            }

            i += length;
        }

        offsets.Add(origin + end);
        return new MappedText(text.ToString(), offsets.ToImmutable());
    }

    /// <summary>The characters of an escape sequence and its length in the source; length 0 where it is not well-formed.</summary>
    private static (string Value, int Length) Escape(string source, int start, int end)
    {
        if (start + 1 >= end)
            return ("", 0);
        return source[start + 1] switch
        {
            'u' => Hexadecimal(source, start, end, 4, 4),
            'U' => Hexadecimal(source, start, end, 8, 8),
            'x' => Hexadecimal(source, start, end, 1, 4),
            var simple => Simple(simple) is { } character ? (character.ToString(), 2) : ("", 0),
        };
    }

    private static char? Simple(char escaped) => escaped switch
    {
        '\'' or '"' or '\\' => escaped,
        '0' => '\0',
        'a' => '\a',
        'b' => '\b',
        'e' => '\x1b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\v',
        _ => null,
    };

    private static (string Value, int Length) Hexadecimal(string source, int start, int end, int minimum, int maximum)
    {
        var count = 0;
        while (count < maximum && start + 2 + count < end && Uri.IsHexDigit(source[start + 2 + count]))
            count++;
        if (count < minimum)
            return ("", 0);
        var code = uint.Parse(source.Substring(start + 2, count), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        if (code <= 0xFFFF)
            return (((char)code).ToString(), 2 + count);
        return code <= 0x10FFFF ? (char.ConvertFromUtf32((int)code), 2 + count) : ("", 0);
    }
}
