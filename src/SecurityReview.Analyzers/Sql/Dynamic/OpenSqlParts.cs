using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Sql.Dynamic;

/// <summary>Finds what SQL joins with other text and is not its own: a parameter, or a variable that is given one, that nothing quotes.</summary>
internal sealed class OpenSqlParts(SqlVariables variables)
{
    /// <summary>Functions whose result is composed of their arguments.</summary>
    private static readonly ImmutableHashSet<string> s_joining = Words("CONCAT CONCAT_WS REPLACE STUFF FORMATMESSAGE INSERT");

    /// <summary>Functions whose result is an argument, changed in a way that keeps quotes.</summary>
    private static readonly ImmutableHashSet<string> s_keeping = Words(
        "UPPER LOWER TRIM LTRIM RTRIM BTRIM SUBSTRING SUBSTR LEFT RIGHT ISNULL COALESCE NVL IFNULL NULLIF REVERSE RPAD LPAD INITCAP MAX MIN");

    /// <summary>Functions that make text of what mostly is none: followed only where the text says otherwise.</summary>
    private static readonly ImmutableHashSet<string> s_converting = Words("CAST CONVERT TRY_CAST TRY_CONVERT TO_CHAR");

    /// <summary>Names that the database fills.</summary>
    private static readonly ImmutableHashSet<string> s_system = Words(
        "CURRENT_USER SESSION_USER USER CURRENT_SCHEMA CURRENT_CATALOG CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP SYSDATE SYSTIMESTAMP NULL TRUE FALSE SQLERRM SQLSTATE SQLCODE ROWNUM"
        + " TG_NAME TG_OP TG_RELID TG_TABLE_NAME TG_TABLE_SCHEMA TG_RELNAME TG_WHEN TG_LEVEL");

    private readonly HashSet<SqlVariable> _visited = new();

    /// <summary>The first such part; null where there is none.</summary>
    public static SqlToken? In(SqlExpression expression, SqlVariables variables) => new OpenSqlParts(variables).Find(expression, isJoined: false, isSelected: false);

    private SqlToken? Find(SqlExpression expression, bool isJoined, bool isSelected)
    {
        foreach (var operand in expression.Operands)
        {
            if (Find(operand, isJoined || expression.Operands.Length > 1, isSelected) is { } part)
                return part;
        }

        return null;
    }

    private SqlToken? Find(SqlOperand operand, bool isJoined, bool isSelected) => operand.Kind switch
    {
        SqlOperandKind.Name => FindInVariable(operand.Token, isJoined, isSelected),
        SqlOperandKind.Call => FindInCall(operand, isJoined, isSelected),
        SqlOperandKind.Choice => FindInAny(operand.Inner, isJoined, isSelected),
        SqlOperandKind.Query => FindInAny(operand.Inner, isJoined, isSelected: true),
        _ => null,
    };

    private SqlToken? FindInAny(IEnumerable<SqlExpression> expressions, bool isJoined, bool isSelected)
    {
        foreach (var expression in expressions)
        {
            if (Find(expression, isJoined, isSelected) is { } part)
                return part;
        }

        return null;
    }

    private SqlToken? FindInCall(SqlOperand call, bool isJoined, bool isSelected)
    {
        var name = call.Token.Value;
        if (s_joining.Contains(name))
            return FindInAny(call.Inner, call.Inner.Length > 1 || isJoined, isSelected);
        if (s_keeping.Contains(name))
            return FindInAny(call.Inner, isJoined, isSelected);
        if (call.Token.Is("IF") || call.Token.Is("IIF"))
            return FindInAny(call.Inner.Skip(1), isJoined, isSelected);
        if (call.Token.Is("FORMAT"))
            return FindInFormat(call, isSelected);
        return s_converting.Contains(name) && (call.Type is null || SqlTypeNames.IsText(call.Type) == true) ? FindInConversion(call, isJoined, isSelected) : null;
    }

    /// <summary>What is declared as text, converted to text; any other value that is converted is mostly a number or date.</summary>
    private SqlToken? FindInConversion(SqlOperand call, bool isJoined, bool isSelected) =>
        FindInAny(call.Inner, isJoined, isSelected) is { } part && (variables.Find(part.Value)?.IsText == true || part.Kind != SqlTokenKind.Placeholder && call.Inner[0].Operands.Length > 1) ? part : null;

    /// <summary><c>format('… %I … %s', …)</c> of PostgreSQL: %I and %L quote.</summary>
    private SqlToken? FindInFormat(SqlOperand call, bool isSelected)
    {
        if (call.Inner.Length > 0 && call.Inner[0].Operands.Length > 1)
            return Find(call.Inner[0], isJoined: true, isSelected);
        if (call.Inner.Length < 2 || call.Inner[0].Operands.Length != 1 || call.Inner[0].Operands[0].Token is not { Kind: SqlTokenKind.String or SqlTokenKind.DollarString } format)
            return null;
        var argument = 0;
        var text = format.Value;
        for (var i = text.IndexOf('%'); i >= 0 && i + 1 < text.Length; i = i + 2 <= text.Length ? text.IndexOf('%', i + 2) : -1)
        {
            if (text[i + 1] == '%')
                continue;
            argument++;
            // Positions and widths (%1$s) are not counted: any of the arguments may stand there.
            if (text[i + 1] is 'I' or 'L')
                continue;
            if (text[i + 1] != 's')
                return null;
            if (argument < call.Inner.Length && Find(call.Inner[argument], isJoined: true, isSelected) is { } part)
                return part;
        }

        return null;
    }

    private SqlToken? FindInVariable(SqlToken token, bool isJoined, bool isSelected)
    {
        var isMarked = token.Kind == SqlTokenKind.Placeholder;
        var variable = variables.Find(token.Value);
        if (variable is null)
            return isJoined && (isMarked || (!isSelected && !IsSystem(token.Text))) ? token : null;
        if (variable.IsText == false || variable.IsListed || !_visited.Add(variable))
            return null;
        foreach (var value in variable.Values)
        {
            if (Find(value.Expression, isJoined || value.IsAppended, value.IsSelected) is { } part)
                return part;
        }

        // What only a query fills is the database's.
        return variable.Values.Count == 0 && !variable.IsLocal && isJoined ? token : null;
    }

    private static bool IsSystem(string name) => s_system.Contains(name) || SqlTypeNames.IsText(name) is not null;

    private static ImmutableHashSet<string> Words(string words) => words.Split(' ').ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
}
