using System.Collections.Immutable;
using System.Text;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Dynamic;

namespace SecurityReview.CodeFixes.DataAccess.Dynamic;

/// <summary>The SQL that literals and variables make when they are joined: each variable is a hole, and each character knows its place in the text around.</summary>
internal sealed class JoinedStatement
{
    private readonly ImmutableArray<(int Start, int End)> _places;

    private JoinedStatement(SqlText sql, ImmutableArray<SqlToken> variables, ImmutableArray<(int Start, int End)> places, SqlToken first, SqlToken last) =>
        (Sql, Variables, _places, First, Last) = (sql, variables, places, first, last);

    /// <summary>The SQL with its holes.</summary>
    public SqlText Sql { get; }

    /// <summary>The variable of each hole.</summary>
    public ImmutableArray<SqlToken> Variables { get; }

    /// <summary>The literal that it starts with.</summary>
    public SqlToken First { get; }

    /// <summary>The literal that it ends with.</summary>
    public SqlToken Last { get; }

    /// <summary>Where a stretch of the SQL stands in the text around.</summary>
    public (int Start, int End) PlaceOf(SqlToken token) => (_places[token.Start].Start, _places[token.End - 1].End);

    /// <summary>Reads the operands; null where one is neither a plain literal nor a variable, or no literal is at the start and the end.</summary>
    public static JoinedStatement? Read(SqlExpression expression)
    {
        var operands = expression.Operands;
        if (operands.Length < 2 || !IsLiteral(operands[0]) || !IsLiteral(operands[operands.Length - 1]))
            return null;
        var text = new StringBuilder();
        var holes = ImmutableArray.CreateBuilder<int>();
        var variables = ImmutableArray.CreateBuilder<SqlToken>();
        var places = ImmutableArray.CreateBuilder<(int Start, int End)>();
        foreach (var operand in operands)
        {
            if (operand.Kind == SqlOperandKind.Name)
            {
                holes.Add(text.Length);
                variables.Add(operand.Token);
                places.Add((operand.Token.Start, operand.Token.End));
                text.Append(SqlText.HoleMark);
            }
            else if (IsLiteral(operand))
            {
                Append(operand.Token, text, places);
            }
            else
            {
                return null;
            }
        }

        return new JoinedStatement(new SqlText(text.ToString(), holes.ToImmutable()), variables.ToImmutable(), places.ToImmutable(), operands[0].Token, operands[operands.Length - 1].Token);
    }

    private static bool IsLiteral(SqlOperand operand) =>
        operand is { Kind: SqlOperandKind.Constant, Token: { Kind: SqlTokenKind.String, IsClosed: true, Escape: SqlEscape.Doubled } } && operand.Token.Text[0] is '\'' or 'N';

    private static void Append(SqlToken literal, StringBuilder text, ImmutableArray<(int Start, int End)>.Builder places)
    {
        var content = literal.Content;
        var start = literal.Start + literal.Prefix;
        for (var i = 0; i < content.Length; i++)
        {
            // A quote stands twice.
            var length = content[i] == '\'' ? 2 : 1;
            places.Add((start + i, start + i + length));
            text.Append(content[i]);
            i += length - 1;
        }
    }
}
