using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Sql;

/// <summary>Splits SQL text into statements and names what each does. Text that is no statement has the verb <see cref="SqlVerb.Other"/>.</summary>
internal static class SqlStatementReader
{
    /// <summary>The statements of a constant text.</summary>
    public static ImmutableArray<SqlStatement> Read(string text, SqlDialect dialect = SqlDialect.Unknown) =>
        Read(SqlTokenizer.Tokenize(text, dialect));

    /// <summary>The statements of a token list, separated by semicolons; empty ones are left out.</summary>
    public static ImmutableArray<SqlStatement> Read(ImmutableArray<SqlToken> tokens)
    {
        var statements = ImmutableArray.CreateBuilder<SqlStatement>();
        var current = ImmutableArray.CreateBuilder<SqlToken>();
        foreach (var token in tokens)
        {
            if (token.Kind == SqlTokenKind.Comment)
                continue;
            if (!token.IsMark(";"))
            {
                current.Add(token);
                continue;
            }

            Finish();
        }

        Finish();
        return statements.ToImmutable();

        void Finish()
        {
            if (current.Count > 0)
                statements.Add(StatementOf(current.ToImmutable()));
            current.Clear();
        }
    }

    private static SqlStatement StatementOf(ImmutableArray<SqlToken> tokens)
    {
        var index = 0;
        // A parenthesised query: (SELECT …) UNION (SELECT …).
        while (index < tokens.Length && tokens[index].IsMark("("))
            index++;
        if (index < tokens.Length && tokens[index].Is("WITH"))
        {
            var main = SqlTokens.IndexOfKeyword(tokens, index + 1, tokens.Length, "SELECT", "INSERT", "UPDATE", "DELETE", "MERGE");
            if (main >= 0)
                index = main;
        }

        return new SqlStatement(index < tokens.Length ? VerbOf(tokens[index]) : SqlVerb.Other, tokens, Math.Min(index, tokens.Length - 1));
    }

    private static SqlVerb VerbOf(SqlToken token)
    {
        if (token.Kind != SqlTokenKind.Word)
            return SqlVerb.Other;
        return token.Text.ToUpperInvariant() switch
        {
            "SELECT" => SqlVerb.Select,
            "INSERT" => SqlVerb.Insert,
            "UPDATE" => SqlVerb.Update,
            "DELETE" => SqlVerb.Delete,
            "MERGE" => SqlVerb.Merge,
            "REPLACE" => SqlVerb.Replace,
            "TRUNCATE" => SqlVerb.Truncate,
            "EXEC" or "EXECUTE" => SqlVerb.Execute,
            "CALL" => SqlVerb.Call,
            "DECLARE" => SqlVerb.Declare,
            "SET" => SqlVerb.Set,
            "CREATE" => SqlVerb.Create,
            "ALTER" => SqlVerb.Alter,
            "DROP" => SqlVerb.Drop,
            "GRANT" or "REVOKE" => SqlVerb.Grant,
            "PRAGMA" => SqlVerb.Pragma,
            _ => SqlVerb.Other,
        };
    }
}
