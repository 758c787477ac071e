using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Sql.Placeholders;

/// <summary>
/// Finds the placeholders of a text that stand where no parameter can. Whether a name is that of a parameter is for others to say; whether it
/// stands in a string that anybody would fill with a value is said here.
/// </summary>
internal sealed class SqlPlaceholderReader
{
    /// <summary>Functions that take a text as it is: others may take a path, a format or a program.</summary>
    private static readonly ImmutableHashSet<string> s_functions = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "LOWER", "UPPER", "TRIM", "LTRIM", "RTRIM", "CONCAT", "COALESCE", "ISNULL", "IFNULL", "NVL", "CAST", "DATE", "LEFT", "RIGHT", "LEN", "LENGTH", "SUBSTRING", "CHARINDEX", "INSTR");

    private readonly SqlText _source;
    private readonly SqlDialect _dialect;
    private readonly PlaceholderForm _form;
    private readonly QuotedPlaceholders _quoted;
    private readonly ImmutableArray<SqlMisplacement>.Builder _found = ImmutableArray.CreateBuilder<SqlMisplacement>();

    private SqlPlaceholderReader(SqlText source, SqlDialect dialect, PlaceholderForm form)
    {
        _source = source;
        _dialect = dialect;
        _form = form;
        _quoted = new QuotedPlaceholders(source, dialect, form);
    }

    /// <summary>The places in the order of the text.</summary>
    /// <param name="source">The text.</param>
    /// <param name="dialect">How it is read.</param>
    /// <param name="form">How it marks parameters.</param>
    /// <param name="fragmentOf">For text that continues a statement, what that statement does.</param>
    public static ImmutableArray<SqlMisplacement> Read(SqlText source, SqlDialect dialect, PlaceholderForm form, SqlVerb fragmentOf = SqlVerb.Other)
    {
        var reader = new SqlPlaceholderReader(source, dialect, form);
        var tokens = SqlTokenizer.Tokenize(source, dialect);
        var runsText = RunsText(tokens);
        var declared = DeclaredNames(tokens);
        foreach (var statement in SqlStatementReader.Read(tokens))
            reader.Read(statement, statement.Verb == SqlVerb.Other ? fragmentOf : statement.Verb, runsText, declared);
        return reader._found.OrderBy(static place => place.Start).ToImmutableArray();
    }

    private void Read(SqlStatement statement, SqlVerb verb, bool runsText, ImmutableHashSet<string> declared)
    {
        var values = new SqlValuePosition(statement, verb, _source);
        var names = new SqlNamePlaces(statement.Tokens);
        for (var i = 0; i < statement.Tokens.Length; i++)
        {
            var token = statement.Tokens[i];
            switch (token.Kind)
            {
                case SqlTokenKind.String when !runsText && token.IsClosed:
                    ReadQuoted(statement.Tokens, i, values);
                    break;
                case SqlTokenKind.QuotedIdentifier when !runsText && token.IsClosed:
                    ReadQuotedName(token, i, values);
                    break;
                case SqlTokenKind.Placeholder or SqlTokenKind.Hole when IsPlaceholder(token) && !declared.Contains(token.Text) && names.At(i) is { } kind:
                    _found.Add(new SqlMisplacement(kind, token, token.Start, token.Text.Length));
                    break;
            }
        }
    }

    private bool IsPlaceholder(SqlToken token) => _form switch
    {
        PlaceholderForm.Holes => token.Kind == SqlTokenKind.Hole,
        _ when token.Kind == SqlTokenKind.Hole || _source.HasHole(token) => false,
        _ => token.Text[0] is '@' or ':' || (token.Text[0] == '{' && _form == PlaceholderForm.Numbered),
    };

    private void ReadQuoted(ImmutableArray<SqlToken> tokens, int index, SqlValuePosition values)
    {
        var token = tokens[index];
        var found = _quoted.In(token).ToList();
        if (found.Count == 0)
            return;
        var verdict = values.Of(index, isQuoted: true);
        var isValue = verdict.Position is SqlHolePosition.Value or SqlHolePosition.InList;
        var isText = isValue && !IsOtherArgument(tokens, index, verdict.Context == SqlValueContext.Argument);
        foreach (var (start, length, isReplaced) in found)
        {
            var before = _source.Text.Substring(token.Start + token.Prefix, start - token.Start - token.Prefix);
            var after = _source.Text.Substring(start + length, token.End - token.Suffix - start - length);
            var isAlone = IsWildcard(before) && IsWildcard(after) && (before.Length + after.Length == 0 || verdict.Context == SqlValueContext.Pattern);
            // What the library replaces stands in the quotes for certain, whatever the quotes are for.
            if (!isReplaced && !(isText && (isAlone || (_source.Text[start] == '@' && QuotedPlaceholders.StandsFree(before, after)))))
                continue;
            _found.Add(new SqlMisplacement(isAlone ? SqlMisplacementKind.Quoted : SqlMisplacementKind.Embedded, token, start, length)
            {
                Before = before,
                After = after,
                CanStandAlone = isAlone && verdict.Position == SqlHolePosition.Value && HasPlainPrefix(token) && IsSetOff(token),
            });
        }
    }

    /// <summary>A name with a placeholder in it; in most dialects also <c>"@p"</c> for a text, which only some take for one.</summary>
    private void ReadQuotedName(SqlToken token, int index, SqlValuePosition values)
    {
        foreach (var (start, length, isReplaced) in _quoted.In(token).ToList())
        {
            if (isReplaced)
                _found.Add(new SqlMisplacement(SqlMisplacementKind.Name, token, start, length));
            else if (token.Text[0] == '"' && length == token.Content.Length && _dialect is SqlDialect.Unknown or SqlDialect.Sqlite && values.Of(index, isQuoted: true).Position == SqlHolePosition.Value)
                _found.Add(new SqlMisplacement(SqlMisplacementKind.Quoted, token, start, length) { CanStandAlone = IsSetOff(token) });
        }
    }

    private static bool IsWildcard(string text) => text.All(static character => character == '%');

    private static bool HasPlainPrefix(SqlToken token) => token.Prefix == 1 || (token.Prefix == 2 && token.Text[0] is 'N' or 'n' or 'E' or 'e');

    /// <summary>Whether nothing would be glued to the placeholder once the quotes are gone.</summary>
    private bool IsSetOff(SqlToken token) => !IsGlue(token.Start - 1) && !IsGlue(token.End);

    private bool IsGlue(int offset) =>
        offset >= 0 && offset < _source.Text.Length && (SqlCharacters.IsNamePart(_source.Text[offset]) || _source.Text[offset] is '@' or ':' or '$' or '\'' or SqlText.HoleMark);

    /// <summary>Whether a text is the argument of a method, such as those of XML columns, or of a function that is not known to take it as it is.</summary>
    private static bool IsOtherArgument(ImmutableArray<SqlToken> tokens, int index, bool isArgument)
    {
        var depth = 0;
        for (var i = index - 1; i > 0; i--)
        {
            depth -= SqlTokens.Step(tokens[i]);
            if (depth >= 0)
                continue;
            var called = tokens[i - 1];
            return (called.Kind == SqlTokenKind.Word && i > 1 && tokens[i - 2].IsMark(".")) || (isArgument && !s_functions.Contains(called.Text));
        }

        // The arguments of a procedure without parentheses.
        return false;
    }

    /// <summary>Whether texts of this text are programs or paths themselves: SQL that is run, or expressions over XML, in which <c>@</c> means an attribute.</summary>
    private static bool RunsText(ImmutableArray<SqlToken> tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind != SqlTokenKind.Word)
                continue;
            var word = tokens[i].Text.ToUpperInvariant();
            if (SqlWords.Dynamic.Contains(word) || word is "PREPARE" or "OPENXML" or "XPATH" or "EXTRACTVALUE" or "UPDATEXML" || word.StartsWith("XML", StringComparison.Ordinal))
                return true;
            var next = i + 1 < tokens.Length ? tokens[i + 1] : default;
            if (word is "EXEC" or "EXECUTE" && (next.Kind is SqlTokenKind.Placeholder or SqlTokenKind.Hole || next.IsMark("(")))
                return true;
        }

        return false;
    }

    /// <summary>The variables that the text declares itself: of T-SQL, tables among them.</summary>
    private static ImmutableHashSet<string> DeclaredNames(ImmutableArray<SqlToken> tokens)
    {
        var names = ImmutableHashSet.CreateBuilder<string>(StringComparer.OrdinalIgnoreCase);
        var isDeclaring = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == SqlTokenKind.Word)
                isDeclaring = tokens[i].Is("DECLARE") || (isDeclaring && !SqlWords.Clauses.Contains(tokens[i].Text)) || (isDeclaring && tokens[i].Is("TABLE"));
            else if (isDeclaring && tokens[i].Kind == SqlTokenKind.Placeholder && i > 0 && (tokens[i - 1].Is("DECLARE") || tokens[i - 1].IsMark(",")))
                names.Add(tokens[i].Text);
        }

        return names.ToImmutable();
    }
}
