using System.Collections.Immutable;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.CodeFixes.DataAccess.Binding;

namespace SecurityReview.CodeFixes.DataAccess.Rewriting;

/// <summary>Whether repaired SQL is the SQL it was, with placeholders in the place of the values and nothing else changed.</summary>
internal static class SqlTokenComparison
{
    /// <summary>Stands for a hole that an interpolated string of the object mapper binds.</summary>
    public const string BoundHole = "\uFFFC";

    /// <summary>The tokens of the original, those of the values replaced by their placeholders.</summary>
    public static ImmutableArray<SqlToken> Expected(SqlComposition original, IReadOnlyList<(BoundValue Value, string Placeholder)> values)
    {
        var placeholders = values.ToDictionary(pair => pair.Value.Token.Start);
        var expected = ImmutableArray.CreateBuilder<SqlToken>();
        var end = 0;
        foreach (var token in SqlTokenizer.Tokenize(original.Text.Sql, original.Dialect))
        {
            // What gives way to one placeholder can be several tokens: a list with its parentheses.
            if (token.Start < end)
                continue;
            if (!placeholders.TryGetValue(token.Start, out var pair))
            {
                expected.Add(token);
                continue;
            }

            end = pair.Value.Token.End;
            expected.AddRange(TokensOf(pair.Placeholder, pair.Value, original.Dialect));
        }

        return expected.ToImmutable();
    }

    private static ImmutableArray<SqlToken> TokensOf(string placeholder, BoundValue value, SqlDialect dialect)
    {
        if (placeholder == BoundHole || TextEdits.IsExpression(placeholder))
            return ImmutableArray.Create(new SqlToken(SqlTokenKind.Hole, BoundHole, value.Token.Start, 0, 0, SqlEscape.None));
        return value.Form == ListForm.Array
            ? SqlTokenizer.Tokenize(placeholder, dialect)
            : ImmutableArray.Create(new SqlToken(SqlTokenKind.Placeholder, placeholder, value.Token.Start, 0, 0, SqlEscape.None));
    }

    /// <summary>Whether a text has exactly the tokens that are expected.</summary>
    public static bool Matches(SqlComposition repaired, ImmutableArray<SqlToken> expected)
    {
        var tokens = SqlTokenizer.Tokenize(repaired.Text.Sql, repaired.Dialect);
        if (tokens.Length != expected.Length)
            return false;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind != expected[i].Kind || tokens[i].Text != expected[i].Text)
                return false;
        }

        return true;
    }
}
