using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Sql;

/// <summary>Questions about runs of tokens that several readers ask.</summary>
internal static class SqlTokens
{
    /// <summary>How many parentheses are still open at the end; negative where one closes that never opened.</summary>
    public static int Depth(ImmutableArray<SqlToken> tokens)
    {
        var depth = 0;
        foreach (var token in tokens)
        {
            depth += Step(token);
            if (depth < 0)
                return depth;
        }

        return depth;
    }

    /// <summary>For every opening parenthesis the index of the one that closes it, or past the last token; 0 for all other tokens.</summary>
    public static int[] Parentheses(ImmutableArray<SqlToken> tokens)
    {
        var closing = new int[tokens.Length];
        var open = new Stack<int>();
        for (var i = 0; i < tokens.Length; i++)
        {
            var step = Step(tokens[i]);
            if (step > 0)
                open.Push(i);
            else if (step < 0 && open.Count > 0)
                closing[open.Pop()] = i;
        }

        foreach (var unclosed in open)
            closing[unclosed] = tokens.Length;
        return closing;
    }

    /// <summary>1 for an opening parenthesis, -1 for a closing one, else 0.</summary>
    public static int Step(SqlToken token) => token.Kind != SqlTokenKind.Punctuation ? 0 : token.Text switch { "(" => 1, ")" => -1, _ => 0 };

    /// <summary>The first index from <paramref name="start"/> outside of parentheses opened since at which a keyword stands; -1 if none.</summary>
    public static int IndexOfKeyword(ImmutableArray<SqlToken> tokens, int start, int end, params string[] keywords)
    {
        var depth = 0;
        for (var i = start; i < end; i++)
        {
            depth += Step(tokens[i]);
            if (depth == 0 && tokens[i].Kind == SqlTokenKind.Word && keywords.Any(tokens[i].Is))
                return i;
        }

        return -1;
    }

    /// <summary>The index after the parenthesis that closes the one at <paramref name="open"/>; the end where none does.</summary>
    public static int AfterParentheses(ImmutableArray<SqlToken> tokens, int open, int end)
    {
        var depth = 0;
        for (var i = open; i < end; i++)
        {
            depth += Step(tokens[i]);
            if (depth == 0)
                return i + 1;
        }

        return end;
    }

    /// <summary>Reads <c>a.b.c</c> and moves past it; null (and no move) where no name starts. A hole in a part makes it no name.</summary>
    public static SqlName? ReadName(ImmutableArray<SqlToken> tokens, ref int index, int end, SqlText source)
    {
        var parts = ImmutableArray.CreateBuilder<string>();
        var i = index;
        while (i < end && tokens[i].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier && !source.HasHole(tokens[i]))
        {
            parts.Add(tokens[i].Value);
            i++;
            if (i + 1 >= end || !tokens[i].IsMark("."))
            {
                index = i;
                return new SqlName(parts.ToImmutable());
            }

            i++;
        }

        return null;
    }
}
