using System.Collections.Immutable;
using SecurityReview.Analyzers.Sql;

namespace SecurityReview.CodeFixes.DataAccess.Dynamic;

/// <summary>Puts parameters in the places of the strings that variables are joined into.</summary>
internal sealed class StatementBinder
{
    private readonly ImmutableArray<SqlToken> _expected;
    private readonly SqlDialect _dialect;

    private StatementBinder(ImmutableArray<SqlEdit> edits, ImmutableArray<SqlToken> expected, SqlDialect dialect) => (Edits, _expected, _dialect) = (edits, expected, dialect);

    /// <summary>The changes of the text around.</summary>
    public ImmutableArray<SqlEdit> Edits { get; }

    /// <summary>The same with further changes.</summary>
    public StatementBinder With(params SqlEdit[] others) => new(Edits.AddRange(others), _expected, _dialect);

    /// <summary>Whether the changes leave the statement in one piece, with exactly the tokens that are expected, and lose no comment.</summary>
    public bool Holds(string text, SqlDialect outer)
    {
        var repaired = TokensOf(SqlEdit.Apply(text, Edits), outer);
        return repaired.Count(static token => token.Kind == SqlTokenKind.Comment) == TokensOf(text, outer).Count(static token => token.Kind == SqlTokenKind.Comment)
            && repaired.Any(token => token.Kind == SqlTokenKind.String && IsExpected(SqlTokenizer.Tokenize(token.Value, _dialect)));
    }

    /// <summary>The tokens of a text, and of the bodies in it.</summary>
    private static List<SqlToken> TokensOf(string text, SqlDialect dialect) =>
        [.. SqlTokenizer.Tokenize(text, dialect).SelectMany(token => token.Kind == SqlTokenKind.DollarString ? SqlTokenizer.Tokenize(token.Content, dialect) : ImmutableArray.Create(token))];

    private bool IsExpected(ImmutableArray<SqlToken> tokens) =>
        tokens.Length == _expected.Length && tokens.Zip(_expected, static (one, other) => one.Kind == other.Kind && one.Text == other.Text).All(static isSame => isSame);

    /// <summary>Plans the changes; null unless each variable is the whole of a string, or most of a pattern, that is compared with a column.</summary>
    public static StatementBinder? Bind(JoinedStatement statement) => Bind(statement, SqlDialect.Tsql, "+", static (variable, _) => variable.Text, SqlValueContext.ComparedWithColumn, SqlValueContext.Pattern);

    /// <summary>The same for PL/pgSQL, with numbered placeholders and patterns only.</summary>
    public static StatementBinder? BindPatterns(JoinedStatement statement) => Bind(statement, SqlDialect.Postgresql, "||", static (_, index) => $"${index + 1}", SqlValueContext.Pattern);

    private static StatementBinder? Bind(JoinedStatement statement, SqlDialect dialect, string join, Func<SqlToken, int, string> placeholderOf, params SqlValueContext[] contexts)
    {
        var tokens = SqlTokenizer.Tokenize(statement.Sql, dialect);
        if (tokens.Any(static token => !token.IsClosed || token.Kind == SqlTokenKind.Placeholder))
            return null;
        var holes = SqlHoleReader.Read(statement.Sql, dialect);
        if (holes.Length != statement.Variables.Length || holes.Select(static hole => hole.Token.Start).Distinct().Count() != holes.Length)
            return null;
        var edits = ImmutableArray.CreateBuilder<SqlEdit>();
        var replacements = new Dictionary<int, string>();
        foreach (var hole in holes)
        {
            if (!contexts.Contains(hole.Context) || ReplacementOf(hole, placeholderOf(statement.Variables[hole.Index], hole.Index), join) is not { } replacement)
                return null;
            var (start, end) = statement.PlaceOf(hole.Token);
            edits.Add(new SqlEdit(start, end, replacement.Replace("'", "''")));
            replacements.Add(hole.Token.Start, replacement);
        }

        var expected = tokens.SelectMany(token => replacements.TryGetValue(token.Start, out var replacement) ? SqlTokenizer.Tokenize(replacement, dialect) : ImmutableArray.Create(token));
        return new StatementBinder(edits.ToImmutable(), expected.ToImmutableArray(), dialect);
    }

    /// <summary>What takes the place of a string: the parameter, with what stands around it in the string.</summary>
    private static string? ReplacementOf(SqlHole hole, string placeholder, string join)
    {
        // What is stored would be stored as null where nothing ran before.
        if (hole.Position != SqlHolePosition.InsideString || hole.Verb is not (SqlVerb.Select or SqlVerb.Update or SqlVerb.Delete))
            return null;
        var opening = hole.Token.Text.Substring(0, hole.Token.Prefix);
        var content = hole.Token.Content;
        var at = content.IndexOf(SqlText.HoleMark);
        var (before, after) = (content.Substring(0, at), content.Substring(at + 1));
        return (before.Length > 0 ? $"{opening}{before}' {join} " : "") + placeholder + (after.Length > 0 ? $" {join} {opening}{after}'" : "");
    }
}
