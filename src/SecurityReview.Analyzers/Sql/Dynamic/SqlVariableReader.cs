using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Sql.Dynamic;

/// <summary>Finds declarations and assignments by the tokens around a name: those of T-SQL, MySQL, PL/SQL and PL/pgSQL differ little.</summary>
internal sealed partial class SqlVariableReader(ImmutableArray<SqlToken> tokens, SqlVariables variables)
{
    private static readonly ImmutableHashSet<string> s_leads =
        "SET SELECT DECLARE EXEC EXECUTE INSERT UPDATE DELETE CREATE ALTER IF WHILE PRINT RETURN FETCH BEGIN END FROM WHERE VALUES".Split(' ').ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);

    private readonly SqlExpressionReader _expressions = new(tokens);

    /// <summary>The word that opens the statement or clause around the current token.</summary>
    private string _lead = "";

    /// <summary>Where the last SELECT stands.</summary>
    private int _select = -1;

    /// <summary>Whether the current token is between DECLARE, IS or AS and the BEGIN of a block.</summary>
    private bool _isInDeclarations;

    public void Read()
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == SqlTokenKind.Word)
                Word(i);
            if (tokens[i].Kind == SqlTokenKind.Placeholder)
                Placeholder(i);
            else if (tokens[i].Kind == SqlTokenKind.Word)
                BareName(i);
            if (Is(i + 1, "IN") || (Is(i + 1, "NOT") && Is(i + 2, "IN")))
                Listed(i, Is(i + 1, "IN") ? i + 2 : i + 3);
        }
    }

    private void Word(int i)
    {
        var word = tokens[i].Text;
        if (s_leads.Contains(word))
            _lead = word.ToUpperInvariant();
        switch (word.ToUpperInvariant())
        {
            case "SELECT":
                _select = i;
                _isInDeclarations = false;
                break;
            case "DECLARE":
            case "IS" or "AS" when _lead is "CREATE" or "ALTER":
                _isInDeclarations = true;
                break;
            case "BEGIN":
                _isInDeclarations = false;
                break;
            case "FUNCTION" or "PROCEDURE" or "PROC" when _lead is "CREATE" or "ALTER" or "":
                Parameters(i + 1);
                break;
            case "INTO":
                Filled(i + 1);
                break;
            case "FOR" or "FOREACH" when Is(i + 2, "IN") || Is(i + 2, "SLICE"):
                variables[tokens[i + 1].Value].IsLocal = true;
                break;
        }
    }

    /// <summary>A variable of T-SQL or MySQL: declared, a parameter with its type, or given a value.</summary>
    private void Placeholder(int i)
    {
        var next = i + 1;
        var previous = i > 0 ? tokens[i - 1] : default;
        var isFirst = previous.Is("DECLARE") || previous.IsMark(",") || previous.IsMark("(");
        if (_lead is "DECLARE" or "CREATE" or "ALTER" && (isFirst || (_lead != "DECLARE" && previous.Kind is SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier)) && !IsCast(i))
        {
            if (Is(next, "AS"))
                next++;
            if (next < tokens.Length && tokens[next].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier)
                Declare(variables[tokens[i].Text], ref next, isParameter: _lead != "DECLARE");
            if (_lead == "DECLARE" && IsMark(next, "="))
                Give(tokens[i].Text, next + 1, isSelected: true);
            return;
        }

        if (!IsMark(next, "=") && !IsMark(next, "+=") && !IsMark(next, ":="))
            return;
        var isGiven = previous.Is("SET") || previous.Is("SELECT")
            || (_lead is "SET" or "SELECT" && (previous.IsMark(",") || previous.Kind == SqlTokenKind.Number || previous.IsMark(")") || previous.Is("DISTINCT")));
        if (isGiven || (IsMark(next, ":=") && tokens[i].Text[0] == '@'))
            Give(tokens[i].Text, next + 1, isSelected: true, isAppended: IsMark(next, "+="));
    }

    /// <summary>A name without a mark: of PL/SQL, PL/pgSQL or MySQL.</summary>
    private void BareName(int i)
    {
        var previous = i > 0 ? tokens[i - 1] : default;
        var startsStatement = i == 0 || previous.IsMark(";") || previous.Is("BEGIN") || previous.Is("THEN") || previous.Is("ELSE") || previous.Is("LOOP");
        if (IsMark(i + 1, ":=") || (startsStatement && IsMark(i + 1, "=")) || (previous.Is("SET") && IsMark(i + 1, "=") && (i < 2 || tokens[i - 2].IsMark(";") || tokens[i - 2].Is("BEGIN"))))
        {
            Give(tokens[i].Text, i + 2, isSelected: false);
            return;
        }

        if (!_isInDeclarations || !(previous.IsMark(";") || previous.Is("DECLARE") || previous.Is("IS") || previous.Is("AS")))
            return;
        var next = Is(i + 1, "CONSTANT") ? i + 2 : i + 1;
        if (next >= tokens.Length || tokens[next].Kind != SqlTokenKind.Word)
            return;
        Declare(variables[tokens[i].Text], ref next, isParameter: false);
        while (next < tokens.Length && tokens[next].Kind == SqlTokenKind.Word && !tokens[next].Is("DEFAULT"))
            next++;
        if (IsMark(next, ":=") || IsMark(next, "=") || Is(next, "DEFAULT"))
            Give(tokens[i].Text, next + 1, isSelected: false);
    }

    /// <summary>Notes a value. Beside a variable with a mark a bare name is a column, unless the text declares it.</summary>
    private void Give(string name, int start, bool isSelected, bool isAppended = false) =>
        variables[name].Values.Add(new SqlAssignedValue(_expressions.Read(start), isSelected, isAppended));

    /// <summary>Reads the type at a token and moves past it.</summary>
    private void Declare(SqlVariable variable, ref int next, bool isParameter)
    {
        // A qualified type is one of the schema's own.
        variable.Type = IsMark(next + 1, ".") || IsMark(next + 1, "%") ? "" : tokens[next].Value;
        variable.IsLocal |= !isParameter;
        variable.IsParameter |= isParameter;
        next++;
        while (next + 1 < tokens.Length && (tokens[next].IsMark(".") || tokens[next].IsMark("%")))
            next += 2;
        if (IsMark(next, "("))
            next = SqlTokens.AfterParentheses(tokens, next, tokens.Length);
    }

    private bool IsCast(int i) => i > 1 && tokens[i - 1].IsMark("(") && (tokens[i - 2].Is("CAST") || tokens[i - 2].Is("TRY_CAST") || tokens[i - 2].Is("CONVERT"));

    private bool Is(int index, string word) => index >= 0 && index < tokens.Length && tokens[index].Is(word);

    private bool IsMark(int index, string mark) => index >= 0 && index < tokens.Length && tokens[index].IsMark(mark);
}
