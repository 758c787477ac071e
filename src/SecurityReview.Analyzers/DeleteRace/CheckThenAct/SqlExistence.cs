using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Storage;

namespace SecurityReview.Analyzers.DeleteRace.CheckThenAct;

/// <summary>Reads SELECT statements that only ask whether a row is there: <c>SELECT COUNT(*)</c>, <c>SELECT 1</c>, <c>SELECT EXISTS (…)</c>.</summary>
internal sealed class SqlExistence
{
    private static readonly string[] s_end = ["GROUP", "ORDER", "LIMIT", "FETCH", "OFFSET", "FOR", "HAVING", "UNION"];

    private readonly DeleteApis _apis;
    private readonly TableEntities _entities;

    public SqlExistence(KnownTypes types)
    {
        _apis = DeleteApis.OfScalars(types);
        _entities = TableEntities.Of(types);
    }

    /// <summary>The row that a call asks for; null where it reads more, or something else.</summary>
    public Resource? Read(IInvocationOperation call, CancellationToken cancellation)
    {
        if (_apis.Match(call) is not { } api || StatementTexts.Of(call, api, SqlVerb.Select, cancellation) is not { } statement)
            return null;
        var statements = SqlStatementReader.Read(SqlTokenizer.Tokenize(statement.Sql, SqlDialect.Unknown));
        if (statements.Length != 1 || statements[0] is not { Verb: SqlVerb.Select, Tokens: var tokens, VerbIndex: var select } || !OnlyAsks(tokens, select + 1))
            return null;
        var from = IndexOf(tokens, select, "FROM");
        var index = from + 1;
        if (from < 0 || SqlTokens.ReadName(tokens, ref index, tokens.Length, statement.Sql) is not { } table)
            return null;
        var where = IndexOf(tokens, index, "WHERE");
        if (where < 0 || tokens.Skip(index).Take(where - index).Any(token => token.Is("JOIN") || token.IsMark(",")))
            return null;
        var conditions = SqlConditionReader.Read(tokens, where + 1, EndOf(tokens, where + 1), statement.Sql);
        return conditions.Equalities.IsEmpty
            ? null
            : new Resource(ResourceKind.Rows, _entities.Find(table.Last)?.Name ?? table.Last, SqlDeleteScope.ValuesOf(conditions.Equalities, statement));
    }

    private static bool OnlyAsks(ImmutableArray<SqlToken> tokens, int index)
    {
        if (index < tokens.Length && tokens[index].Is("TOP"))
            index = index + 1 < tokens.Length && tokens[index + 1].IsMark("(") ? SqlTokens.AfterParentheses(tokens, index + 1, tokens.Length) : index + 2;
        return index < tokens.Length
            && (tokens[index].Is("COUNT") || tokens[index].Is("COUNT_BIG") || tokens[index].Is("EXISTS") || tokens[index].Is("CASE") || tokens[index] is { Kind: SqlTokenKind.Number, Text: "1" });
    }

    private static int IndexOf(ImmutableArray<SqlToken> tokens, int start, string keyword)
    {
        for (var i = start; i < tokens.Length; i++)
        {
            if (tokens[i].Is(keyword))
                return i;
        }

        return -1;
    }

    /// <summary>Where a condition ends: at the parenthesis around the question, or at the next clause.</summary>
    private static int EndOf(ImmutableArray<SqlToken> tokens, int start)
    {
        var depth = 0;
        for (var i = start; i < tokens.Length; i++)
        {
            depth += SqlTokens.Step(tokens[i]);
            if (depth < 0 || (depth == 0 && s_end.Any(tokens[i].Is)))
                return i;
        }

        return tokens.Length;
    }
}
