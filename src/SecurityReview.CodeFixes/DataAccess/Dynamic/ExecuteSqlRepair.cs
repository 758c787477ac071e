using System.Collections.Immutable;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Dynamic;

namespace SecurityReview.CodeFixes.DataAccess.Dynamic;

/// <summary>Turns T-SQL that joins variables with a statement and runs it into <c>sp_executesql</c> with parameters.</summary>
internal sealed class ExecuteSqlRepair
{
    private readonly string _text;
    private readonly DynamicSql _place;
    private readonly ImmutableArray<SqlToken> _tokens;

    private ExecuteSqlRepair(string text, DynamicSql place) => (_text, _place, _tokens) = (text, place, place.Tokens);

    /// <summary>The text after the changes that bind all values; null where one cannot be bound for sure.</summary>
    public static ImmutableArray<SqlEdit>? Plan(string text, SqlDialect dialect)
    {
        if (dialect is not (SqlDialect.Tsql or SqlDialect.Unknown))
            return null;
        var places = DynamicSqlReader.Read(SqlText.Constant(text), dialect);
        var edits = ImmutableArray.CreateBuilder<SqlEdit>();
        foreach (var place in places)
        {
            if (place.IsNested || new ExecuteSqlRepair(text, place).Plan() is not { } planned)
                return null;
            edits.AddRange(planned.Edits);
            if (!planned.Holds(text, dialect))
                return null;
        }

        // The last word: read again, the text has nothing of the kind any more.
        return edits.Count > 0 && DynamicSqlReader.Read(SqlText.Constant(SqlEdit.Apply(text, edits)), dialect).IsEmpty ? edits.ToImmutable() : null;
    }

    private StatementBinder? Plan()
    {
        var operands = _place.Statement.Operands;
        if (_place.Form is not (DynamicSqlForm.Parentheses or DynamicSqlForm.Procedure))
            return null;
        return operands.Length > 1 ? InPlace() : operands.Length == 1 && operands[0].Kind == SqlOperandKind.Name ? ByVariable(operands[0].Token) : null;
    }

    /// <summary><c>EXEC('…' + @x)</c>.</summary>
    private StatementBinder? InPlace()
    {
        if (_place.Form != DynamicSqlForm.Parentheses || !ClosesAlone() || Bound(_place.Statement, mayBeGiven: true) is not var (statement, bound, parameters))
            return null;
        var close = _tokens[_place.Statement.End];
        var start = _tokens[_place.At].End;
        if (!IsOnly(start, statement.First.Start, "(") || !IsOnly(statement.Last.End, close.End, ")"))
            return null;
        return bound.With(new SqlEdit(start, statement.First.Start + statement.First.Prefix, " sp_executesql N'"), new SqlEdit(statement.Last.End, close.End, parameters));
    }

    /// <summary><c>SET @sql = '…' + @x; EXEC(@sql)</c>, where that is all that happens to the variable.</summary>
    private StatementBinder? ByVariable(SqlToken name)
    {
        if (_place.Variables.Find(name.Value) is not { IsLocal: true, Values.Count: 1 } variable || !IsWide(variable.Type) || variable.Values[0].IsAppended || !IsUsedOnce(name)
            || Bound(variable.Values[0].Expression, mayBeGiven: false) is not var (statement, bound, parameters))
        {
            return null;
        }

        var first = statement.First.Start;
        var wide = _text[first] == '\'' ? new SqlEdit(first, first, "N") : default(SqlEdit?);
        var end = _place.Statement.End;
        SqlEdit run;
        if (_place.Form == DynamicSqlForm.Procedure)
        {
            // sp_executesql @stmt = @sql: named arguments want names behind them.
            if (_place.Statement.Start != _place.At + 1 || (end < _tokens.Length && _tokens[end].IsMark(",")))
                return null;
            run = new SqlEdit(name.End, name.End, parameters);
        }
        else
        {
            var start = _tokens[_place.At].End;
            if (!ClosesAlone() || !IsOnly(start, name.Start, "(") || !IsOnly(name.End, _tokens[end].End, ")"))
                return null;
            run = new SqlEdit(start, _tokens[end].End, $" sp_executesql {name.Text}{parameters}");
        }

        return wide is { } prefix ? bound.With(prefix, run) : bound.With(run);
    }

    /// <summary>The statement with its values bound, and the arguments that pass them.</summary>
    private (JoinedStatement Statement, StatementBinder Bound, string Parameters)? Bound(SqlExpression expression, bool mayBeGiven)
    {
        if (JoinedStatement.Read(expression) is not { } statement || StatementBinder.Bind(statement) is not { } bound)
            return null;
        var names = statement.Variables.Select(static variable => variable.Text).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var types = names.Select(name => TypeOf(name, mayBeGiven)).ToList();
        if (types.Contains(null))
            return null;
        var declarations = string.Join(", ", names.Zip(types, static (name, type) => $"{name} {type}"));
        return (statement, bound, $", N'{declarations}', {string.Join(", ", names)}");
    }

    private string? TypeOf(string name, bool mayBeGiven)
    {
        var variable = _place.Variables.Find(name);
        if (name[0] != '@' || (variable is { Values.Count: > 0 } && !mayBeGiven))
            return null;
        return variable?.Type?.ToUpperInvariant() switch
        {
            null or "NVARCHAR" or "NCHAR" or "SYSNAME" => "nvarchar(max)",
            "VARCHAR" or "CHAR" => "varchar(max)",
            _ => null,
        };
    }

    /// <summary>Whether the parenthesis closes behind the statement, and no other server or user runs it.</summary>
    private bool ClosesAlone()
    {
        var close = _place.Statement.End;
        return close < _tokens.Length && _tokens[close].IsMark(")") && !(close + 1 < _tokens.Length && (_tokens[close + 1].Is("AT") || _tokens[close + 1].Is("AS")));
    }

    /// <summary>Whether a variable is only declared, given its value and run.</summary>
    private bool IsUsedOnce(SqlToken name)
    {
        var mentions = Enumerable.Range(0, _tokens.Length).Where(index => string.Equals(_tokens[index].Text, name.Text, StringComparison.OrdinalIgnoreCase) && _tokens[index].Start != name.Start).ToList();
        return mentions.Count is 1 or 2 && mentions.All(index => index + 1 < _tokens.Length && _tokens[index].Start < name.Start && (_tokens[index + 1].IsMark("=") || IsWide(_tokens[index + 1].Value) || _tokens[index + 1].Is("AS")));
    }

    private static bool IsWide(string? type) => string.Equals(type, "nvarchar", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether nothing but blanks and a mark stands between two places: no comment that would be lost.</summary>
    private bool IsOnly(int start, int end, string mark) => start <= end && _text.Substring(start, end - start).Trim() == mark;
}
