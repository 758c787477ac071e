using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Sql;

/// <summary>The rows that a single SELECT or UPDATE is about.</summary>
/// <param name="Table">The first table that it names.</param>
/// <param name="Equalities">The conditions <c>column = operand</c> that all must hold.</param>
/// <param name="Words">The words of its joins and its condition, without qualifiers.</param>
internal sealed record SqlRow(string Table, ImmutableArray<SqlEquality> Equalities, ImmutableArray<string> Words)
{
    private static readonly string[] s_end = ["GROUP", "ORDER", "LIMIT", "FETCH", "OFFSET", "FOR", "HAVING", "UNION", "RETURNING", "OPTION"];

    /// <summary>Reads a text; null where it is no single statement with that verb and a condition.</summary>
    public static SqlRow? Read(SqlText source, SqlVerb verb)
    {
        var statements = SqlStatementReader.Read(SqlTokenizer.Tokenize(source, SqlDialect.Unknown));
        if (statements.Length != 1 || statements[0] is not { Tokens: var tokens, VerbIndex: var start } statement || statement.Verb != verb)
            return null;
        var end = tokens.Length;
        var from = verb == SqlVerb.Select ? SqlTokens.IndexOfKeyword(tokens, start + 1, end, "FROM") : start;
        var where = from < 0 ? -1 : SqlTokens.IndexOfKeyword(tokens, from + 1, end, "WHERE");
        var index = from + 1;
        if (where < 0 || SqlTokens.ReadName(tokens, ref index, where, source) is not { } table)
            return null;
        var last = SqlTokens.IndexOfKeyword(tokens, where + 1, end, s_end);
        last = last < 0 ? end : last;
        var words = tokens.Skip(index).Take(last - index).Where(static token => token.Kind is SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier).Select(static token => token.Value).ToImmutableArray();
        return new SqlRow(table.Last, SqlConditionReader.Read(tokens, where + 1, last, source).Equalities, verb == SqlVerb.Update ? InCondition(tokens, where, last) : words);
    }

    /// <summary>What an UPDATE sets is no condition.</summary>
    private static ImmutableArray<string> InCondition(ImmutableArray<SqlToken> tokens, int where, int end) =>
        tokens.Skip(where).Take(end - where).Where(static token => token.Kind is SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier).Select(static token => token.Value).ToImmutableArray();
}
