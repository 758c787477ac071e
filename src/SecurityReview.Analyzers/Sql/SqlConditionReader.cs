using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Sql;

/// <summary>Reads the conjuncts of a condition. Linear: a parenthesis is passed over in one step, and opened at most once.</summary>
internal static class SqlConditionReader
{
    /// <summary>What the tokens between two indexes demand.</summary>
    public static SqlConditions Read(ImmutableArray<SqlToken> tokens, int start, int end, SqlText source)
    {
        var equalities = ImmutableArray.CreateBuilder<SqlEquality>();
        var hasOthers = false;
        var closing = SqlTokens.Parentheses(tokens);
        // Parentheses around conjuncts put their inside back on the stack, so depth costs no recursion.
        var ranges = new Stack<(int Start, int End)>();
        ranges.Push((start, end));
        while (ranges.Count > 0)
        {
            var range = ranges.Pop();
            if (Conjuncts(tokens, range.Start, range.End, closing) is not { } conjuncts)
            {
                hasOthers = true;
                continue;
            }

            foreach (var (from, to) in conjuncts)
            {
                if (to - from >= 2 && tokens[from].IsMark("(") && closing[from] == to - 1)
                    ranges.Push((from + 1, to - 1));
                else if (EqualityOf(tokens, from, to, source) is { } equality)
                    equalities.Add(equality);
                else
                    hasOthers = true;
            }
        }

        return new SqlConditions(equalities.OrderBy(equality => equality.Operand.Start).ToImmutableArray(), hasOthers);
    }

    /// <summary>The parts between the ANDs; null where an OR makes them alternatives. The AND of BETWEEN and all inside CASE … END join nothing.</summary>
    private static List<(int Start, int End)>? Conjuncts(ImmutableArray<SqlToken> tokens, int start, int end, int[] closing)
    {
        var parts = new List<(int Start, int End)>();
        var from = start;
        var cases = 0;
        var isBetween = false;
        for (var i = start; i < end; i++)
        {
            var token = tokens[i];
            if (closing[i] > i)
                i = Math.Min(closing[i], end);
            else if (token.Is("CASE"))
                cases++;
            else if (token.Is("END") && cases > 0)
                cases--;
            else if (cases > 0)
                continue;
            else if (token.Is("OR") || token.Is("XOR") || token.IsMark("||"))
                return null;
            else if (token.Is("BETWEEN"))
                isBetween = true;
            else if (token.Is("AND") && isBetween)
                isBetween = false;
            else if (token.Is("AND"))
            {
                parts.Add((from, i));
                from = i + 1;
            }
        }

        parts.Add((from, end));
        return parts;
    }

    private static SqlEquality? EqualityOf(ImmutableArray<SqlToken> tokens, int start, int end, SqlText source)
    {
        var index = start;
        if (SqlTokens.ReadName(tokens, ref index, end, source) is { } left)
            return index < end && IsEquals(tokens[index]) && IsOperand(tokens, index + 1, end) ? new SqlEquality(left, tokens[index + 1]) : null;
        if (end - start < 3 || !IsEquals(tokens[start + 1]) || !IsOperand(tokens, start, start + 1))
            return null;
        index = start + 2;
        return SqlTokens.ReadName(tokens, ref index, end, source) is { } right && index == end ? new SqlEquality(right, tokens[start]) : null;
    }

    private static bool IsEquals(SqlToken token) => token.IsMark("=") || token.IsMark("==");

    /// <summary>A placeholder, literal, variable or hole, alone or with a cast behind it (<c>@id::uuid</c>).</summary>
    private static bool IsOperand(ImmutableArray<SqlToken> tokens, int start, int end)
    {
        if (start >= end || tokens[start].Kind is not (SqlTokenKind.Placeholder or SqlTokenKind.Number or SqlTokenKind.String or SqlTokenKind.ServerVariable or SqlTokenKind.Hole))
            return false;
        return end - start == 1 || (end - start == 3 && tokens[start + 1].IsMark("::") && tokens[start + 2].Kind == SqlTokenKind.Word);
    }
}
