using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Sql;

/// <summary>Reads DELETE statements of all dialects.</summary>
internal static class SqlDeleteReader
{
    private static readonly string[] s_afterWhere = ["RETURNING", "ORDER", "LIMIT", "OPTION", "LOG"];

    /// <summary>The DELETE statements of a constant text.</summary>
    public static ImmutableArray<SqlDelete> ReadAll(string text, SqlDialect dialect = SqlDialect.Unknown) =>
        ReadAll(SqlText.Constant(text), dialect);

    /// <summary>The DELETE statements of a text with holes.</summary>
    public static ImmutableArray<SqlDelete> ReadAll(SqlText source, SqlDialect dialect) =>
        SqlStatementReader.Read(SqlTokenizer.Tokenize(source, dialect))
            .Where(statement => statement.Verb == SqlVerb.Delete).Select(statement => Read(statement, source)).ToImmutableArray();

    private static SqlDelete Read(SqlStatement statement, SqlText source)
    {
        var tokens = statement.Tokens;
        var end = tokens.Length;
        var where = SqlTokens.IndexOfKeyword(tokens, statement.VerbIndex, end, "WHERE");
        var headEnd = where < 0 ? end : where;
        var table = ReadTable(tokens, statement.VerbIndex + 1, headEnd, source, out var sources);
        var hasJoin = SqlTokens.IndexOfKeyword(tokens, sources, headEnd, "JOIN") >= 0 || HasSecondTable(tokens, sources, headEnd);
        var hasUsing = SqlTokens.IndexOfKeyword(tokens, statement.VerbIndex, headEnd, "USING") >= 0;
        if (where < 0)
            return new SqlDelete(table, false, hasJoin, hasUsing, ImmutableArray<SqlEquality>.Empty, false);

        var whereEnd = SqlTokens.IndexOfKeyword(tokens, where + 1, end, s_afterWhere);
        var conditions = SqlConditionReader.Read(tokens, where + 1, whereEnd < 0 ? end : whereEnd, source);
        return new SqlDelete(table, true, hasJoin, hasUsing, conditions.Equalities, conditions.HasOthers);
    }

    /// <summary>Reads the table in <c>DELETE [TOP (n)] [t] [OUTPUT …] [FROM [ONLY] table [alias]]</c>; the alias in front is resolved.</summary>
    private static SqlName? ReadTable(ImmutableArray<SqlToken> tokens, int start, int end, SqlText source, out int sources)
    {
        var index = start;
        if (index < end && tokens[index].Is("TOP"))
        {
            index++;
            index = index < end && tokens[index].IsMark("(") ? SqlTokens.AfterParentheses(tokens, index, end) : index + 1;
        }

        SqlName? named = null;
        if (index < end && !tokens[index].Is("FROM"))
            named = SqlTokens.ReadName(tokens, ref index, end, source);
        var from = SqlTokens.IndexOfKeyword(tokens, index, end, "FROM");
        sources = from < 0 ? index : from + 1;
        if (from < 0)
            return named;
        index = sources;
        if (index < end && tokens[index].Is("ONLY"))
            index++;
        var table = SqlTokens.ReadName(tokens, ref index, end, source);
        // DELETE a FROM users a JOIN …: the alias stands for the table; DELETE t FROM … b names the table itself.
        return named is null || (named.Parts.Length == 1 && AliasAt(tokens, index, end) is { } alias && named.Is(alias)) ? table : named;
    }

    private static string? AliasAt(ImmutableArray<SqlToken> tokens, int index, int end)
    {
        if (index < end && tokens[index].Is("AS"))
            index++;
        return index < end && tokens[index].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier ? tokens[index].Value : null;
    }

    private static bool HasSecondTable(ImmutableArray<SqlToken> tokens, int start, int end)
    {
        var depth = 0;
        for (var i = start; i < end; i++)
        {
            depth += SqlTokens.Step(tokens[i]);
            if (depth == 0 && tokens[i].IsMark(","))
                return true;
        }

        return false;
    }
}
