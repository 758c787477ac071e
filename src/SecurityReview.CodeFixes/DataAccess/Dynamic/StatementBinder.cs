using System.Collections.Immutable;
using SecurityReview.Analyzers.Sql;

namespace SecurityReview.CodeFixes.DataAccess.Dynamic;

/// <summary>Puts parameters in the places of the strings that variables are joined into.</summary>
internal sealed class StatementBinder
{
    private StatementBinder(ImmutableArray<SqlEdit> edits, ImmutableArray<SqlToken> expected) => (Edits, Expected) = (edits, expected);

    /// <summary>The changes of the text around.</summary>
    public ImmutableArray<SqlEdit> Edits { get; }

    /// <summary>The tokens that the statement must have afterwards.</summary>
    public ImmutableArray<SqlToken> Expected { get; }

    /// <summary>The same with further changes.</summary>
    public StatementBinder With(params SqlEdit[] others) => new(Edits.AddRange(others), Expected);

    /// <summary>Plans the changes; null unless each variable is the whole of a string, or most of a pattern, that is compared with a column.</summary>
    public static StatementBinder? Bind(JoinedStatement statement)
    {
        var tokens = SqlTokenizer.Tokenize(statement.Sql, SqlDialect.Tsql);
        if (tokens.Any(static token => !token.IsClosed || token.Kind == SqlTokenKind.Placeholder))
            return null;
        var holes = SqlHoleReader.Read(statement.Sql, SqlDialect.Tsql);
        if (holes.Length != statement.Variables.Length || holes.Select(static hole => hole.Token.Start).Distinct().Count() != holes.Length)
            return null;
        var edits = ImmutableArray.CreateBuilder<SqlEdit>();
        var replacements = new Dictionary<int, string>();
        foreach (var hole in holes)
        {
            if (ReplacementOf(hole, statement) is not { } replacement)
                return null;
            var (start, end) = statement.PlaceOf(hole.Token);
            edits.Add(new SqlEdit(start, end, replacement.Replace("'", "''")));
            replacements.Add(hole.Token.Start, replacement);
        }

        var expected = tokens.SelectMany(token => replacements.TryGetValue(token.Start, out var replacement) ? SqlTokenizer.Tokenize(replacement, SqlDialect.Tsql) : ImmutableArray.Create(token));
        return new StatementBinder(edits.ToImmutable(), expected.ToImmutableArray());
    }

    /// <summary>What takes the place of a string: the parameter, with what stands around it in the string.</summary>
    private static string? ReplacementOf(SqlHole hole, JoinedStatement statement)
    {
        // What is stored would be stored as null where nothing ran before.
        if (hole.Position != SqlHolePosition.InsideString || hole.Context is not (SqlValueContext.ComparedWithColumn or SqlValueContext.Pattern)
            || hole.Verb is not (SqlVerb.Select or SqlVerb.Update or SqlVerb.Delete))
        {
            return null;
        }

        var opening = hole.Token.Text.Substring(0, hole.Token.Prefix);
        var content = hole.Token.Content;
        var at = content.IndexOf(SqlText.HoleMark);
        var (before, after) = (content.Substring(0, at), content.Substring(at + 1));
        return (before.Length > 0 ? $"{opening}{before}' + " : "") + statement.Variables[hole.Index].Text + (after.Length > 0 ? $" + {opening}{after}'" : "");
    }
}
