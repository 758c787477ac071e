using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Sql.Dynamic;

/// <summary>Parameter lists, INTO, and lists of allowed values.</summary>
internal sealed partial class SqlVariableReader
{
    /// <summary>The parameters of a function or procedure: <c>name (IN p text, q int)</c>. Those of T-SQL are found by their mark.</summary>
    private void Parameters(int name)
    {
        var open = name;
        while (open < tokens.Length && (tokens[open].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier || tokens[open].IsMark(".")))
            open++;
        if (!IsMark(open, "("))
            return;
        var end = SqlTokens.AfterParentheses(tokens, open, tokens.Length);
        var isStart = true;
        for (var i = open + 1; i < end; i++)
        {
            if (tokens[i].IsMark("("))
                i = SqlTokens.AfterParentheses(tokens, i, end) - 1;
            else if (tokens[i].IsMark(","))
                isStart = true;
            else if (isStart && !IsMode(i))
                (i, isStart) = (Parameter(i), false);
        }
    }

    private int Parameter(int i)
    {
        if (tokens[i].Kind is not (SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier))
            return i;
        var variable = variables[tokens[i].Value];
        variable.IsParameter = true;
        var type = i + 1;
        while (IsMode(type))
            type++;
        if (type < tokens.Length && tokens[type].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier)
            variable.Type = IsMark(type + 1, ".") || IsMark(type + 1, "%") ? "" : tokens[type].Value;
        return i;
    }

    private bool IsMode(int i) => Is(i, "IN") || Is(i, "OUT") || Is(i, "INOUT") || Is(i, "VARIADIC") || Is(i, "NOCOPY");

    /// <summary>The variables behind INTO: filled by a query, or in MySQL with what its items compose.</summary>
    private void Filled(int start)
    {
        var items = _lead is "SELECT" or "FROM" && _select >= 0 ? _expressions.Items(_select, start - 1) : ImmutableArray<SqlExpression>.Empty;
        var i = Is(start, "STRICT") ? start + 1 : start;
        for (var index = 0; i < tokens.Length && tokens[i].Kind is SqlTokenKind.Placeholder or SqlTokenKind.Word; index++)
        {
            var variable = variables[tokens[i].Text];
            if (index < items.Length)
                variable.Values.Add(new SqlAssignedValue(items[index], IsSelected: true, IsAppended: false));
            else
                variable.IsLocal = true;
            if (!IsMark(i + 1, ","))
                break;
            i += 2;
        }
    }

    /// <summary><c>@x IN ('a', 'b')</c>: whoever asks this lets only those pass.</summary>
    private void Listed(int name, int open)
    {
        if (tokens[name].Kind is SqlTokenKind.Placeholder or SqlTokenKind.Word && IsMark(open, "(") && open + 1 < tokens.Length && tokens[open + 1].Kind == SqlTokenKind.String)
            variables[tokens[name].Text].IsListed = true;
    }
}
