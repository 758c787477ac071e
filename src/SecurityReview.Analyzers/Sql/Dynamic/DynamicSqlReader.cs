using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Sql.Dynamic;

/// <summary>Finds where a text lets the database run SQL that is joined with a value which nothing quotes.</summary>
internal static class DynamicSqlReader
{
    private const int MaximalDepth = 3;

    /// <summary>Whether a text has a word at all that runs text: asked before anything else.</summary>
    public static bool MayHold(string text) =>
        text.IndexOf("EXEC", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("PREPARE", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>The places, in order.</summary>
    public static ImmutableArray<DynamicSql> Read(SqlText text, SqlDialect dialect)
    {
        var found = ImmutableArray.CreateBuilder<DynamicSql>();
        if (MayHold(text.Text))
            Read(text, dialect, 0, null, isNested: false, depth: 0, found);
        return found.ToImmutable();
    }

    private static void Read(SqlText text, SqlDialect dialect, int offset, SqlVariables? outer, bool isNested, int depth, ImmutableArray<DynamicSql>.Builder found)
    {
        var tokens = SqlTokenizer.Tokenize(text, dialect).Where(static token => token.Kind != SqlTokenKind.Comment).Select(token => token with { Start = token.Start + offset }).ToImmutableArray();
        var variables = SqlVariables.Read(tokens, outer);
        var expressions = new SqlExpressionReader(tokens);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == SqlTokenKind.DollarString && depth < MaximalDepth && MayHold(tokens[i].Text))
                Read(Slice(text, tokens[i], offset), dialect, tokens[i].Start + tokens[i].Prefix, variables, isNested, depth + 1, found);
            if (tokens[i].Kind != SqlTokenKind.Word || StatementAt(tokens, i, out var form) is not (>= 0 and var start))
                continue;
            var statement = expressions.Read(start);
            if (OpenSqlParts.In(statement, variables) is { } part)
                found.Add(new DynamicSql(tokens, form, i, statement, part, variables, isNested));
            else if (depth < MaximalDepth)
                ReadStrings(statement);
        }

        void ReadStrings(SqlExpression statement)
        {
            foreach (var operand in statement.Operands)
            {
                if (operand.Token.Kind == SqlTokenKind.String && MayHold(operand.Token.Text))
                    Read(SqlText.Constant(operand.Token.Value), dialect, 0, null, isNested: true, depth + 1, found);
            }
        }
    }

    /// <summary>Where the text that a word runs starts; -1 for a word that runs none.</summary>
    private static int StatementAt(ImmutableArray<SqlToken> tokens, int i, out DynamicSqlForm form)
    {
        form = default;
        var next = i + 1 < tokens.Length ? tokens[i + 1] : default;
        if (tokens[i].Is("EXEC") || tokens[i].Is("EXECUTE"))
        {
            form = next.IsMark("(") ? DynamicSqlForm.Parentheses : next.Is("IMMEDIATE") || next.Is("STATEMENT") ? DynamicSqlForm.Immediate : DynamicSqlForm.Execute;
            return form == DynamicSqlForm.Execute ? (next.Kind is SqlTokenKind.String or SqlTokenKind.DollarString or SqlTokenKind.Word ? i + 1 : -1) : i + 2;
        }

        if (tokens[i].Is("sp_executesql"))
        {
            form = DynamicSqlForm.Procedure;
            return next.Kind == SqlTokenKind.Placeholder && i + 2 < tokens.Length && tokens[i + 2].IsMark("=") ? i + 3 : i + 1;
        }

        form = DynamicSqlForm.Prepare;
        return tokens[i].Is("PREPARE") && i + 2 < tokens.Length && tokens[i + 2].Is("FROM") ? i + 3 : -1;
    }

    /// <summary>What stands in a body, with its holes.</summary>
    private static SqlText Slice(SqlText text, SqlToken body, int offset)
    {
        var start = body.Start - offset + body.Prefix;
        return new SqlText(body.Content, text.Holes.Where(hole => hole >= start && hole < start + body.Content.Length).Select(hole => hole - start).ToImmutableArray());
    }
}
