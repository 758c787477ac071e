using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Sql;

/// <summary>Says for each hole of a text in which position it stands.</summary>
internal sealed class SqlHoleReader
{
    private readonly SqlText _source;
    private readonly ImmutableArray<SqlHole>.Builder _holes = ImmutableArray.CreateBuilder<SqlHole>();

    private SqlHoleReader(SqlText source) => _source = source;

    /// <summary>The holes in order, one for each of <see cref="SqlText.Holes"/>.</summary>
    /// <param name="source">The text.</param>
    /// <param name="dialect">How it is read.</param>
    /// <param name="fragmentOf">For text that continues a statement, what that statement does.</param>
    public static ImmutableArray<SqlHole> Read(SqlText source, SqlDialect dialect, SqlVerb fragmentOf = SqlVerb.Other)
    {
        var reader = new SqlHoleReader(source);
        var tokens = SqlTokenizer.Tokenize(source, dialect);
        foreach (var comment in tokens.Where(token => token.Kind == SqlTokenKind.Comment))
            reader.Add(comment, SqlHolePosition.Comment, SqlVerb.Other);
        foreach (var statement in SqlStatementReader.Read(tokens))
        {
            var verb = statement.Verb == SqlVerb.Other ? fragmentOf : statement.Verb;
            var context = new SqlValuePosition(statement, verb, source);
            for (var i = 0; i < statement.Tokens.Length; i++)
                reader.Read(statement.Tokens[i], i, context, verb);
        }

        return reader._holes.OrderBy(hole => hole.Index).ToImmutableArray();
    }

    private void Read(SqlToken token, int index, SqlValuePosition position, SqlVerb verb)
    {
        if (!_source.HasHole(token))
            return;
        switch (token.Kind)
        {
            case SqlTokenKind.Hole:
                var found = position.Of(index, isQuoted: false);
                Add(token, found.Position, verb, found.Context, found.Column);
                break;
            case SqlTokenKind.String when token.IsClosed && HasPlainPrefix(token):
                var quoted = position.Of(index, isQuoted: true);
                var place = quoted.Position == SqlHolePosition.Value ? SqlHolePosition.InsideString : quoted.Position == SqlHolePosition.InList ? SqlHolePosition.InList : SqlHolePosition.Unclear;
                Add(token, place, verb, quoted.Context, quoted.Column);
                break;
            case SqlTokenKind.Word:
                Add(token, SqlHolePosition.PartOfIdentifier, verb);
                break;
            case SqlTokenKind.QuotedIdentifier:
                Add(token, SqlHolePosition.QuotedIdentifier, verb);
                break;
            case SqlTokenKind.DollarString:
                Add(token, SqlHolePosition.DollarString, verb);
                break;
            default:
                Add(token, SqlHolePosition.Unclear, verb);
                break;
        }
    }

    /// <summary>No prefix, or one that only says how the text is encoded: bits, bytes and Oracle's own quotes are no plain text.</summary>
    private static bool HasPlainPrefix(SqlToken token) => token.Prefix == 1 || (token.Prefix == 2 && token.Text[0] is 'N' or 'n' or 'E' or 'e');

    private void Add(SqlToken token, SqlHolePosition position, SqlVerb verb, SqlValueContext context = SqlValueContext.None, SqlName? column = null)
    {
        for (var i = _source.HoleIndexFrom(token.Start); i < _source.Holes.Length && _source.Holes[i] < token.End; i++)
            _holes.Add(new SqlHole(i, token, position, context, column, verb));
    }
}
