using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Sql.Dynamic;

/// <summary>Reads the expression at a token: as far as it goes on, and no further. Statements need no semicolon between them in T-SQL.</summary>
internal sealed class SqlExpressionReader(ImmutableArray<SqlToken> tokens)
{
    private const int MaximalDepth = 30;

    private static readonly SqlToken s_none = new(SqlTokenKind.Operator, "", 0, 0, 0, SqlEscape.None);

    private int _depth;

    /// <summary>The expression that starts at a token.</summary>
    public SqlExpression Read(int start) => Read(start, tokens.Length);

    /// <summary>The items of the SELECT at a token, up to its FROM or INTO.</summary>
    public ImmutableArray<SqlExpression> Items(int select, int end)
    {
        var first = select + 1;
        while (first < end && (tokens[first].Is("DISTINCT") || tokens[first].Is("TOP") || tokens[first].Is("ALL") || tokens[first].Kind == SqlTokenKind.Number))
            first++;
        var last = SqlTokens.IndexOfKeyword(tokens, first, end, "FROM", "INTO", "WHERE");
        return Split(first, last < 0 ? end : last);
    }

    private SqlExpression Read(int start, int end)
    {
        var operands = ImmutableArray.CreateBuilder<SqlOperand>();
        var i = start;
        if (_depth++ < MaximalDepth)
        {
            while (Operand(ref i, end) is { } operand)
            {
                operands.Add(Cast(operand, ref i, end));
                if (i >= end || !(tokens[i].IsMark("+") || tokens[i].IsMark("||")))
                    break;
                i++;
            }
        }

        _depth--;
        return new SqlExpression(operands.ToImmutable(), start, i);
    }

    private SqlOperand? Operand(ref int i, int end)
    {
        if (i >= end)
            return null;
        var token = tokens[i];
        switch (token.Kind)
        {
            case SqlTokenKind.String or SqlTokenKind.DollarString or SqlTokenKind.Number or SqlTokenKind.ServerVariable or SqlTokenKind.Hole:
                i++;
                return new(SqlOperandKind.Constant, token, ImmutableArray<SqlExpression>.Empty);
            case SqlTokenKind.Placeholder:
                i++;
                return new(SqlOperandKind.Name, token, ImmutableArray<SqlExpression>.Empty);
            case SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier:
                return token.Is("CASE") ? Case(ref i, end) : Named(ref i, end);
            case SqlTokenKind.Punctuation when token.IsMark("("):
                return Parentheses(ref i, end);
            default:
                return null;
        }
    }

    private SqlOperand Named(ref int i, int end)
    {
        var isField = false;
        i++;
        while (i + 1 < end && tokens[i].IsMark(".") && tokens[i + 1].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier)
        {
            i += 2;
            isField = true;
        }

        var name = tokens[i - 1];
        if (i >= end || !tokens[i].IsMark("("))
            return new(isField ? SqlOperandKind.Field : SqlOperandKind.Name, name, ImmutableArray<SqlExpression>.Empty);
        var open = i;
        i = SqlTokens.AfterParentheses(tokens, open, end);
        var inside = Split(open + 1, Inside(i));
        var type = SqlTokens.IndexOfKeyword(tokens, open + 1, Inside(i), "AS") is var at && at >= 0 ? at + 1 : name.Is("CONVERT") || name.Is("TRY_CONVERT") ? open + 1 : -1;
        return new(SqlOperandKind.Call, name, inside, type >= 0 && type < i ? tokens[type].Text : null);
    }

    private SqlOperand Parentheses(ref int i, int end)
    {
        var open = i;
        i = SqlTokens.AfterParentheses(tokens, open, end);
        var inner = Inside(i);
        return open + 1 < inner && tokens[open + 1].Is("SELECT")
            ? new(SqlOperandKind.Query, tokens[open], Items(open + 1, inner))
            : new(SqlOperandKind.Choice, tokens[open], ImmutableArray.Create(Read(open + 1, inner)));
    }

    /// <summary>The end of what stands in parentheses, which half-typed text may lack.</summary>
    private int Inside(int after) => tokens[after - 1].IsMark(")") ? after - 1 : after;

    private SqlOperand Case(ref int i, int end)
    {
        var branches = ImmutableArray.CreateBuilder<SqlExpression>();
        var word = tokens[i++];
        for (var depth = 1; i < end && depth > 0; i++)
        {
            if (tokens[i].Is("CASE"))
                depth++;
            else if (tokens[i].Is("END"))
                depth--;
            else if (depth == 1 && (tokens[i].Is("THEN") || tokens[i].Is("ELSE")))
                branches.Add(Read(i + 1, end));
        }

        return new(SqlOperandKind.Choice, word, branches.ToImmutable());
    }

    private ImmutableArray<SqlExpression> Split(int start, int end)
    {
        var parts = ImmutableArray.CreateBuilder<SqlExpression>();
        var depth = 0;
        var first = start;
        for (var i = start; i <= end; i++)
        {
            if (i < end)
                depth += SqlTokens.Step(tokens[i]);
            if (i < end && !(depth == 0 && tokens[i].IsMark(",")))
                continue;
            if (i > first)
                parts.Add(Read(IsAssignment(first, i) ? first + 2 : first, i));
            first = i + 1;
        }

        return parts.ToImmutable();
    }

    /// <summary><c>SELECT @a = x</c>: the item is what is assigned.</summary>
    private bool IsAssignment(int start, int end) => start + 2 < end && tokens[start].Kind == SqlTokenKind.Placeholder && tokens[start + 1].Text is "=" or "+=" or ":=";

    /// <summary><c>x::text</c> and <c>x COLLATE y</c> behind an operand.</summary>
    private SqlOperand Cast(SqlOperand operand, ref int i, int end)
    {
        while (i + 1 < end && (tokens[i].IsMark("::") || tokens[i].Is("COLLATE")))
        {
            if (tokens[i].IsMark("::"))
                operand = new(SqlOperandKind.Call, s_none with { Text = "cast", Kind = SqlTokenKind.Word }, ImmutableArray.Create(new SqlExpression(ImmutableArray.Create(operand), i, i)), tokens[i + 1].Text);
            i += 2;
            if (i < end && tokens[i].IsMark("("))
                i = SqlTokens.AfterParentheses(tokens, i, end);
        }

        return operand;
    }
}
