namespace SecurityReview.Analyzers.Sql;

/// <summary>Positions behind words, parentheses and commas.</summary>
internal sealed partial class SqlValuePosition
{
    private Verdict AfterWord(int index, SqlToken word, bool isQuoted)
    {
        switch (word.Text.ToUpperInvariant())
        {
            case "LIKE" or "ILIKE" or "RLIKE" or "REGEXP" or "GLOB" or "MATCH":
            case "TO" when IsWordAt(index - 2, "SIMILAR"):
                return new(SqlHolePosition.Value, SqlValueContext.Pattern);
            case "BETWEEN":
                return Comparison(IsWordAt(index - 2, "NOT") ? index - 1 : index);
            case "AND" when IsInBetween(index - 1):
                return new(SqlHolePosition.Value, SqlValueContext.Compared);
            case "THEN" or "ELSE":
                return new(SqlHolePosition.Value, SqlValueContext.Operand);
            case "LIMIT" or "OFFSET" or "FIRST" or "NEXT":
                return new(SqlHolePosition.Value, SqlValueContext.Limit);
            case "WHERE" or "AND" or "OR" or "NOT" or "HAVING" or "ON" or "WHEN" or "XOR":
                return LeftOperand(index, isQuoted);
            case "SELECT" or "DISTINCT" or "ALL" or "RETURNING":
                return Item(isQuoted);
            case "FROM" or "JOIN" or "INTO" or "UPDATE" or "TABLE" or "BY" or "AS" or "DELETE" or "COLLATE" or "USING" or "INDEX" or "VIEW" or "SET":
            case "EXEC" or "EXECUTE" or "CALL" or "VACUUM" or "ANALYZE" or "TRUNCATE" or "SCHEMA" or "DATABASE" or "SEQUENCE" or "TRIGGER" or "COLUMN" or "CONSTRAINT":
                return isQuoted ? s_unclear : new(SqlHolePosition.Identifier);
            case "TOP" or "IS" or "NULLS":
                return isQuoted ? s_unclear : new(SqlHolePosition.Keyword);
        }

        // EXEC procedure 'x': the first argument follows the name.
        if (verb is SqlVerb.Execute && isQuoted && !IsDynamicSql(index))
            return new(SqlHolePosition.Value, SqlValueContext.Argument);
        return isQuoted ? s_unclear : Clause(index);
    }

    private Verdict AfterPunctuation(int index, SqlToken mark, bool isQuoted)
    {
        switch (mark.Text)
        {
            case "(":
                return InParentheses(index, index - 1, isQuoted, isFirst: true);
            case ",":
                if (_opening[index] >= 0)
                    return InParentheses(index, _opening[index], isQuoted, isFirst: false);
                return InList(index, isQuoted);
            default:
                return isQuoted ? s_unclear : Clause(index);
        }
    }

    private Verdict InParentheses(int index, int open, bool isQuoted, bool isFirst)
    {
        if (open == 0)
            return LeftOperand(index, isQuoted);
        var before = _tokens[open - 1];
        if (before.Is("IN"))
            return isFirst && IsAt(index + 1, ")") ? new(SqlHolePosition.InList) : new(SqlHolePosition.Value, SqlValueContext.InElement);
        if (before.Is("TOP"))
            return new(SqlHolePosition.Value, SqlValueContext.Limit);
        if (IsRow(open))
            return new(SqlHolePosition.Value, SqlValueContext.Stored);
        if (IsDynamicSql(index))
            return s_unclear;
        if (before.Kind is SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier && !IsKeyword(before))
        {
            // INSERT INTO t ({columns}): the name before the parenthesis is a table, not a function.
            if (ClauseBefore(open) is { } clause && (clause.Is("INTO") || clause.Is("TABLE")))
                return isQuoted ? s_unclear : new(SqlHolePosition.Identifier);
            return SqlWords.LiteralFunctions.Contains(before.Text) ? s_unclear : new(SqlHolePosition.Value, SqlValueContext.Argument);
        }

        if (!isFirst)
            return s_unclear;
        // A parenthesis that only groups: the position is that of what is grouped.
        return before.Kind == SqlTokenKind.Operator && !isQuoted && before.IsMark("=") ? new(SqlHolePosition.Fragment) : LeftOperand(index, isQuoted);
    }

    /// <summary>Whether a parenthesis opens a row of VALUES, the first or a later one.</summary>
    private bool IsRow(int open)
    {
        while (open > 1 && _tokens[open - 1].IsMark(",") && _tokens[open - 2].IsMark(")"))
        {
            var depth = 0;
            open -= 2;
            do
            {
                depth -= SqlTokens.Step(_tokens[open]);
                open--;
            }
            while (depth > 0 && open > 0);
            open++;
        }

        return open > 0 && (_tokens[open - 1].Is("VALUES") || _tokens[open - 1].Is("VALUE"));
    }

    /// <summary>The left side of a condition, or the whole of one.</summary>
    private Verdict LeftOperand(int index, bool isQuoted)
    {
        var next = index + 1 < _tokens.Length ? _tokens[index + 1] : default;
        var isCompared = next.Text is "=" or "==" or "<>" or "!=" or "<" or ">" or "<=" or ">="
            || next.Is("LIKE") || next.Is("IN") || next.Is("BETWEEN") || next.Is("NOT") || next.Is("ILIKE");
        if (isCompared)
            return new(isQuoted ? SqlHolePosition.Value : SqlHolePosition.Identifier, isQuoted ? SqlValueContext.Compared : SqlValueContext.None);
        if (isQuoted)
            return s_unclear;
        return next.Is("IS") ? new(SqlHolePosition.Identifier) : new(SqlHolePosition.Fragment);
    }

    /// <summary>An item of a list outside of parentheses: which list, its clause tells.</summary>
    private Verdict InList(int index, bool isQuoted)
    {
        if (ClauseBefore(index) is not { } clause)
            return s_unclear;
        switch (clause.Text.ToUpperInvariant())
        {
            case "SELECT" or "RETURNING":
                return Item(isQuoted);
            case "LIMIT":
                return new(SqlHolePosition.Value, SqlValueContext.Limit);
            case "EXEC" or "EXECUTE":
                return IsDynamicSql(index) ? s_unclear : isQuoted ? new(SqlHolePosition.Value, SqlValueContext.Argument) : s_unclear;
            case "BY" or "FROM" or "SET":
                return isQuoted ? s_unclear : new(SqlHolePosition.Identifier);
            default:
                return s_unclear;
        }
    }

    private static Verdict Item(bool isQuoted) =>
        isQuoted ? new(SqlHolePosition.Value, SqlValueContext.Operand) : new(SqlHolePosition.Identifier);

    /// <summary>A hole behind something complete: a direction in ORDER BY, else a further clause.</summary>
    private Verdict Clause(int index) =>
        new(ClauseBefore(index) is { } clause && clause.Is("BY") ? SqlHolePosition.Keyword : SqlHolePosition.Fragment);

    /// <summary>The keyword that opens the clause around a token, within the same parentheses.</summary>
    private SqlToken? ClauseBefore(int index)
    {
        for (var i = Math.Min(index, _tokens.Length) - 1; i >= 0; i--)
        {
            if (_opening[i] != _opening[Math.Min(index, _tokens.Length - 1)])
            {
                if (i == _opening[Math.Min(index, _tokens.Length - 1)])
                    return null;
                continue;
            }

            if (_tokens[i].Kind == SqlTokenKind.Word && SqlWords.Clauses.Contains(_tokens[i].Text))
                return _tokens[i];
        }

        return null;
    }

    private bool IsInBetween(int and)
    {
        for (var i = and - 1; i >= 0 && i > and - 12; i--)
        {
            if (_opening[i] != _opening[and])
                continue;
            if (_tokens[i].Is("BETWEEN"))
                return true;
            if (_tokens[i].Is("AND") || _tokens[i].Is("OR") || _tokens[i].Is("WHERE"))
                return false;
        }

        return false;
    }

    /// <summary>Whether the text at a token is itself run as SQL: EXEC(…), sp_executesql, OPENQUERY and their like take literals or statements.</summary>
    private bool IsDynamicSql(int index) =>
        _firstDynamic < index
        || (verb == SqlVerb.Execute && IsAt(statement.VerbIndex + 1, "("));

    private bool FollowsAValue(int index, bool isQuoted)
    {
        if (index + 1 >= _tokens.Length)
            return true;
        var next = _tokens[index + 1];
        return next.Kind switch
        {
            SqlTokenKind.Operator => next.Text is not ("@>" or "<@" or "?" or "?|" or "?&" or "@@" or ":"),
            SqlTokenKind.Punctuation => next.Text is ")" or "," or "]",
            // A clause that is chosen: behind quotes it cannot be glued to the value.
            SqlTokenKind.Hole => isQuoted,
            _ => next.Kind == SqlTokenKind.Word,
        };
    }
}
