using System.Collections.Immutable;
using SecurityReview.Analyzers.Sql;

namespace SecurityReview.Analyzers.DeleteRace.CheckThenAct;

/// <summary>Reads <c>INSERT INTO t (a, b) VALUES (@a, @b)</c>. An insert with a condition of its own (ON CONFLICT, SELECT … WHERE NOT EXISTS) is no such.</summary>
internal static class SqlInsert
{
    /// <summary>The table and what each column is given; null for any other text.</summary>
    public static (string Table, ImmutableDictionary<string, string> Values)? Read(StatementText statement)
    {
        var inserts = SqlStatementReader.Read(SqlTokenizer.Tokenize(statement.Sql, SqlDialect.Unknown)).Where(item => item.Verb == SqlVerb.Insert).ToList();
        if (inserts.Count != 1)
            return null;
        var tokens = inserts[0].Tokens;
        var index = inserts[0].VerbIndex + 1;
        if (index >= tokens.Length || !tokens[index].Is("INTO"))
            return null;
        index++;
        if (SqlTokens.ReadName(tokens, ref index, tokens.Length, statement.Sql) is not { } table || List(tokens, ref index) is not { } columns)
            return null;
        if (index >= tokens.Length || !tokens[index].Is("VALUES"))
            return null;
        index++;
        if (List(tokens, ref index) is not { } values || columns.Count != values.Count || (index < tokens.Length && !tokens[index].Is("RETURNING")))
            return null;
        var given = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Length == 1 && values[i].Length == 1)
                given[columns[i][0].Value] = statement.ValueOf(values[i][0]);
        }

        return (table.Last, given.ToImmutable());
    }

    /// <summary>The items of <c>(a, b)</c>, each as its tokens.</summary>
    private static List<ImmutableArray<SqlToken>>? List(ImmutableArray<SqlToken> tokens, ref int index)
    {
        if (index >= tokens.Length || !tokens[index].IsMark("("))
            return null;
        var end = SqlTokens.AfterParentheses(tokens, index, tokens.Length);
        var items = new List<ImmutableArray<SqlToken>>();
        var from = index + 1;
        var depth = 0;
        for (var i = from; i < end; i++)
        {
            if ((depth == 0 && tokens[i].IsMark(",")) || i == end - 1)
            {
                items.Add(tokens.Skip(from).Take(i - from).ToImmutableArray());
                from = i + 1;
            }

            depth += SqlTokens.Step(tokens[i]);
        }

        index = end;
        return items;
    }
}
