using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SecurityReview.Analyzers.Sql.Composition;

namespace SecurityReview.Analyzers.DataAccess.Judgement;

/// <summary>Whether the body around a text writes the IN of a list at all: the test before anything is bound.</summary>
internal static class InListText
{
    private static readonly Regex s_in = new(@"\bIN\s*(\([^()]*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Whether some string of the body ends, before a hole or at its end, within a list.</summary>
    public static bool MayHold(SyntaxNode text) =>
        LocalReferences.BodyOf(text).DescendantTokens().Any(static token => token.Kind() switch
        {
            SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken => token.ValueText.IndexOf("IN", StringComparison.OrdinalIgnoreCase) >= 0 && HasOpenList(token.ValueText),
            SyntaxKind.InterpolatedStringTextToken => s_in.IsMatch(token.ValueText),
            _ => false,
        });

    /// <summary>A format may go on behind the item that fills the list.</summary>
    private static bool HasOpenList(string literal)
    {
        for (var item = literal.IndexOf('{'); item >= 0; item = literal.IndexOf('{', item + 1))
        {
            if (s_in.IsMatch(literal.Substring(0, item)))
                return true;
        }

        return s_in.IsMatch(literal);
    }
}
