using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Sql.Placeholders;

/// <summary>Tells where in a statement a table, a column or a direction must stand. Places where a value would do as well are none.</summary>
internal sealed class SqlNamePlaces(ImmutableArray<SqlToken> tokens)
{
    private readonly int[] _closing = SqlTokens.Parentheses(tokens);

    /// <summary>What must stand at a token; null where it may be a value, or nobody can tell.</summary>
    public SqlMisplacementKind? At(int index)
    {
        if (index == 0)
            return null;
        if (IsMark(index - 1, "."))
            return SqlMisplacementKind.Name;
        if (IsTable(index))
            return SqlMisplacementKind.Name;
        if (IsColumn(index))
            return SqlMisplacementKind.Column;
        return EndsOrdering(index + 1) && StartOfItem(index - 1) is { } start && IsOrdered(start, "ORDER") ? SqlMisplacementKind.Direction : null;
    }

    private bool IsTable(int index)
    {
        // @rows.nodes(…) is a value that can be read from.
        if (IsMark(index + 1, "."))
            return false;
        if (Is(index - 1, "FROM"))
            return ReadsTable(index - 1);
        return Is(index - 1, "JOIN")
            || (Is(index - 1, "UPDATE") && Is(index + 1, "SET"))
            || (Is(index - 1, "INTO") && (Is(index - 2, "INSERT") || Is(index - 3, "INSERT")))
            || (Is(index - 1, "TABLE") && (Is(index - 2, "TRUNCATE") || Is(index - 2, "DROP") || Is(index - 2, "ALTER") || Is(index - 2, "CREATE")));
    }

    /// <summary>Whether a FROM is that of a query: functions and cursors have one too.</summary>
    private bool ReadsTable(int from)
    {
        if (Is(from - 1, "DISTINCT") && (Is(from - 2, "IS") || Is(from - 2, "NOT")))
            return false;
        var depth = 0;
        for (var i = from - 1; i >= 0; i--)
        {
            depth -= SqlTokens.Step(tokens[i]);
            if (depth < 0)
                return false;
            if (depth > 0)
                continue;
            if (Is(i, "SELECT") || Is(i, "DELETE") || Is(i, "UPDATE"))
                return true;
            if (Is(i, "FETCH") || Is(i, "SHOW") || Is(i, "COPY"))
                return false;
        }

        return false;
    }

    private bool IsColumn(int index)
    {
        var isGrouped = IsOrdered(index, "GROUP") || IsOrdered(index, "PARTITION");
        if (isGrouped || IsOrdered(index, "ORDER"))
            return EndsOrdering(index + 1) || Is(index + 1, "ASC") || Is(index + 1, "DESC") || (isGrouped && (Is(index + 1, "HAVING") || Is(index + 1, "ORDER")));
        return IsInsertedColumn(index);
    }

    /// <summary>Whether an item of an ordering (or grouping) starts at a token: behind BY, or behind a comma of its list.</summary>
    private bool IsOrdered(int index, string word)
    {
        if (Is(index - 1, "BY"))
            return Is(index - 2, word);
        if (!IsMark(index - 1, ","))
            return false;
        var depth = 0;
        for (var i = index - 2; i >= 0; i--)
        {
            depth -= SqlTokens.Step(tokens[i]);
            if (depth < 0)
                return false;
            if (depth == 0 && tokens[i].Kind == SqlTokenKind.Word && SqlWords.Clauses.Contains(tokens[i].Text))
                return Is(i, "BY") && Is(i - 1, word);
        }

        return false;
    }

    /// <summary>Whether an item of an ordering ends before a token.</summary>
    private bool EndsOrdering(int index) =>
        index >= tokens.Length || IsMark(index, ",") || IsMark(index, ")") || Is(index, "LIMIT") || Is(index, "OFFSET") || Is(index, "FETCH") || Is(index, "NULLS");

    /// <summary>Where the name or call that ends at a token starts; null where it is neither.</summary>
    private int? StartOfItem(int end)
    {
        if (IsMark(end, ")"))
        {
            end = Array.IndexOf(_closing, end) - 1;
            if (end < 0)
                return null;
        }

        if (!IsName(end))
            return null;
        while (end >= 2 && IsMark(end - 1, ".") && IsName(end - 2))
            end -= 2;
        return end;
    }

    /// <summary>INSERT INTO t (@column) VALUES …</summary>
    private bool IsInsertedColumn(int index)
    {
        if (!(IsMark(index - 1, "(") || IsMark(index - 1, ",")) || !(IsMark(index + 1, ")") || IsMark(index + 1, ",")))
            return false;
        var open = index - 1;
        while (open >= 0 && !IsMark(open, "("))
        {
            if (IsMark(open, ")"))
                return false;
            open--;
        }

        if (open < 2 || StartOfItem(open - 1) is not { } table || !Is(table - 1, "INTO") || !Is(table - 2, "INSERT"))
            return false;
        var next = _closing[open] + 1;
        return Is(next, "VALUES") || Is(next, "VALUE") || Is(next, "SELECT") || Is(next, "OUTPUT");
    }

    private bool IsName(int index) =>
        index >= 0 && (tokens[index].Kind == SqlTokenKind.QuotedIdentifier || (tokens[index].Kind == SqlTokenKind.Word && !SqlWords.Keywords.Contains(tokens[index].Text)));

    private bool Is(int index, string keyword) => index >= 0 && index < tokens.Length && tokens[index].Is(keyword);

    private bool IsMark(int index, string mark) => index >= 0 && index < tokens.Length && tokens[index].IsMark(mark);
}
