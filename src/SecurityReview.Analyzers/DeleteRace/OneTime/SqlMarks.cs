using SecurityReview.Analyzers.Sql;

namespace SecurityReview.Analyzers.DeleteRace.OneTime;

/// <summary>Reads UPDATE statements that mark a credential as used.</summary>
internal static class SqlMarks
{
    /// <summary>The table, the column that marks, and whether the condition asks for the mark; null for any other text.</summary>
    public static (string Table, string Column, bool IsConditional)? Read(StatementText statement, CredentialVocabulary vocabulary)
    {
        if (statement.Sql.Text.IndexOf("UPDATE", StringComparison.OrdinalIgnoreCase) < 0)
            return null;
        var statements = SqlStatementReader.Read(SqlTokenizer.Tokenize(statement.Sql, SqlDialect.Unknown));
        if (statements.Length != 1 || statements[0] is not { Verb: SqlVerb.Update, Tokens: var tokens, VerbIndex: var verb })
            return null;
        var index = verb + 1;
        if (SqlTokens.ReadName(tokens, ref index, tokens.Length, statement.Sql) is not { } table)
            return null;
        var set = SqlTokens.IndexOfKeyword(tokens, index, tokens.Length, "SET");
        var where = SqlTokens.IndexOfKeyword(tokens, index, tokens.Length, "WHERE");
        if (set < 0 || where < set)
            return null;
        for (var i = set + 1; i + 2 < where; i++)
        {
            if ((i != set + 1 && !tokens[i - 1].IsMark(",")) || !tokens[i + 1].IsMark("="))
                continue;
            var isNone = tokens[i + 2].Is("NULL") || tokens[i + 2].Is("FALSE") || tokens[i + 2] is { Kind: SqlTokenKind.Number, Text: "0" };
            if (!isNone && ConsumedMarks.Marks(tokens[i].Value, null, table.Last, vocabulary.Contains(table.Last)))
                return (table.Last, tokens[i].Value, tokens.Skip(where).Any(static token => token.Kind is SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier && ConsumedMarks.MayBe(token.Value)));
        }

        return null;
    }
}
