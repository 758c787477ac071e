using System.Collections.Immutable;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.CodeFixes.DataAccess.Binding;

namespace SecurityReview.CodeFixes.DataAccess.Queries;

/// <summary>What the values of a query must be to mean the same as bound ones, in stores that convert nothing.</summary>
internal static class BoundQuery
{
    /// <summary>
    /// Text must stand between the quotes that the language has for it, for a bound text is no number; null is another value than the empty text that it was; and no part
    /// that somebody else chooses may be left.
    /// </summary>
    public static bool MeansTheSame(SqlComposition composition, ImmutableArray<BoundValue> values, string quotes) =>
        values.All(value => !value.MayBeNull && value.List is null && IsOfItsType(composition, value, quotes)) &&
        composition.Holes.All(hole => composition.Text.Hole(hole.Index).IsChoice || values.Any(value => value.Holes.Contains(hole)));

    private static bool IsOfItsType(SqlComposition composition, BoundValue value, string quotes) =>
        value.Token.Kind == SqlTokenKind.String
            ? value.Token.Prefix == 1 && quotes.IndexOf(value.Token.Text[0]) >= 0 && !IsTyped(composition.Text.Sql.Text, value.Token.Start)
            : value.Holes.All(hole => ValueKinds.Of(composition.Text.Hole(hole.Index).Type) is ValueKind.Integral or ValueKind.Boolean);

    /// <summary>Whether a word stands before the quotes and says what is in them: <c>guid'…'</c>.</summary>
    public static bool IsTyped(string text, int quote) => quote > 0 && (char.IsLetterOrDigit(text[quote - 1]) || text[quote - 1] == '_');
}
