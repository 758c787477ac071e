using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Sql;

/// <summary>Says what stands at a token of a statement, by the tokens around it. What it does not recognise is unclear.</summary>
internal sealed partial class SqlValuePosition(SqlStatement statement, SqlVerb verb, SqlText source)
{
    /// <summary>The verdict on one token.</summary>
    internal readonly record struct Verdict(SqlHolePosition Position, SqlValueContext Context = SqlValueContext.None, SqlName? Column = null);

    private static readonly Verdict s_unclear = new(SqlHolePosition.Unclear);

    private readonly ImmutableArray<SqlToken> _tokens = statement.Tokens;
    private readonly int[] _opening = OpeningOf(statement.Tokens);

    /// <summary>Where a word stands that runs text as SQL; past the end if nowhere.</summary>
    private readonly int _firstDynamic = FirstDynamic(statement.Tokens);

    /// <summary>What stands at a token.</summary>
    /// <param name="index">The token's index in the statement.</param>
    /// <param name="isQuoted">Whether it is a string, and so cannot be a name or a clause.</param>
    public Verdict Of(int index, bool isQuoted)
    {
        var verdict = Place(index, isQuoted);
        if (verdict.Position is not (SqlHolePosition.Value or SqlHolePosition.InList))
            return verdict;
        // Statements that define, grant or configure take no parameters.
        if (verb is not (SqlVerb.Select or SqlVerb.Insert or SqlVerb.Update or SqlVerb.Delete or SqlVerb.Merge or SqlVerb.Replace or SqlVerb.Execute or SqlVerb.Call or SqlVerb.Declare))
            return s_unclear;
        // name(…), name.x, 'a' 'b', {a} {b}: what follows would not follow a value.
        return FollowsAValue(index, isQuoted) ? verdict : s_unclear;
    }

    private Verdict Place(int index, bool isQuoted)
    {
        if (index == 0)
            return new(SqlHolePosition.WholeStatement);
        var previous = _tokens[index - 1];
        if (previous.IsMark(".") || IsAt(index + 1, "."))
            return new(SqlHolePosition.Identifier);
        return previous.Kind switch
        {
            SqlTokenKind.Operator => AfterOperator(index, previous, isQuoted),
            SqlTokenKind.Punctuation => AfterPunctuation(index, previous, isQuoted),
            SqlTokenKind.Word => AfterWord(index, previous, isQuoted),
            _ => isQuoted ? s_unclear : Clause(index),
        };
    }

    private Verdict AfterOperator(int index, SqlToken mark, bool isQuoted)
    {
        switch (mark.Text)
        {
            case "=" or "==" or "<>" or "!=" or "<" or ">" or "<=" or ">=" or "<=>" or "!<" or "!>":
                return Comparison(index);
            case "~" or "~*" or "!~" or "!~*" or "~~" or "~~*" or "!~~" or "!~~*":
                return new(SqlHolePosition.Value, SqlValueContext.Pattern);
            case "+=" or "-=" or ":=":
                return new(SqlHolePosition.Value, SqlValueContext.Operand);
            case "+" or "-" or "*" or "/" or "%" or "||":
                // SELECT * {x}: a star alone is no factor.
                return mark.Text == "*" && (index < 2 || _tokens[index - 2].IsMark("(") || _tokens[index - 2].Is("SELECT") || _tokens[index - 2].IsMark(","))
                    ? (isQuoted ? s_unclear : Clause(index))
                    : new(SqlHolePosition.Value, SqlValueContext.Operand);
            case "->" or "->>":
                return isQuoted ? new(SqlHolePosition.Value, SqlValueContext.Operand) : s_unclear;
            default:
                return s_unclear;
        }
    }

    /// <summary>A value behind a comparison or assignment: with which column, if the other side is one alone.</summary>
    private Verdict Comparison(int index)
    {
        var column = ColumnBefore(index - 1, out var start);
        if (column is null || (start > 0 && !StartsOperand(start - 1)))
            return new(SqlHolePosition.Value, SqlValueContext.Compared);
        var isStored = verb is SqlVerb.Update or SqlVerb.Merge or SqlVerb.Insert or SqlVerb.Replace && ClauseBefore(start) is { } clause && clause.Is("SET");
        return new(SqlHolePosition.Value, isStored ? SqlValueContext.Stored : SqlValueContext.ComparedWithColumn, column);
    }

    private SqlName? ColumnBefore(int end, out int start)
    {
        start = end;
        while (start > 0 && _tokens[start - 1].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier)
        {
            start--;
            if (start < 2 || !_tokens[start - 1].IsMark("."))
                break;
            start--;
        }

        var index = start;
        return SqlTokens.ReadName(_tokens, ref index, end, source) is { } name && index == end && !IsKeyword(_tokens[end - 1]) ? name : null;
    }

    /// <summary>Whether a new operand starts after a token: nothing before it belongs to the operand.</summary>
    private bool StartsOperand(int index) =>
        _tokens[index].IsMark("(") || _tokens[index].IsMark(",")
        || (_tokens[index].Kind == SqlTokenKind.Word && SqlWords.OperandStarts.Contains(_tokens[index].Text));

    private bool IsAt(int index, string mark) => index < _tokens.Length && _tokens[index].IsMark(mark);

    private bool IsWordAt(int index, string keyword) => index >= 0 && index < _tokens.Length && _tokens[index].Is(keyword);

    private static bool IsKeyword(SqlToken token) => token.Kind == SqlTokenKind.Word && SqlWords.Keywords.Contains(token.Text);

    private static int FirstDynamic(ImmutableArray<SqlToken> tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == SqlTokenKind.Word && SqlWords.Dynamic.Contains(tokens[i].Text))
                return i;
        }

        return int.MaxValue;
    }

    /// <summary>For every token the index of the parenthesis around it; -1 for none.</summary>
    private static int[] OpeningOf(ImmutableArray<SqlToken> tokens)
    {
        var opening = new int[tokens.Length];
        var open = new Stack<int>();
        for (var i = 0; i < tokens.Length; i++)
        {
            var step = SqlTokens.Step(tokens[i]);
            if (step < 0 && open.Count > 0)
                open.Pop();
            opening[i] = open.Count > 0 ? open.Peek() : -1;
            if (step > 0)
                open.Push(i);
        }

        return opening;
    }
}
