namespace SecurityReview.Analyzers.Sql;

/// <summary>Words, strings, quoted identifiers and comments.</summary>
internal ref partial struct SqlTokenizer
{
    /// <summary>A word, a hole alone, or a string whose prefix looked like a word.</summary>
    private void WordOrPrefixedString()
    {
        var start = _position;
        SkipWord();
        if (_position == start)
            _position++;
        var length = _position - start;
        if (length == 1 && _source.IsHole(start))
        {
            Add(SqlTokenKind.Hole, start, _position);
            return;
        }

        if (_position < _text.Length && Current == '\'' && StringPrefix(start, length))
            return;
        // PostgreSQL and the standard: U&'…'.
        if (length == 1 && _text[start] is 'U' or 'u' && Current2("&'"))
        {
            _position++;
            Quoted(SqlTokenKind.String, start, '\'', SqlEscape.Doubled);
            return;
        }

        Add(SqlTokenKind.Word, start, _position);
    }

    private readonly bool Current2(string mark) => string.CompareOrdinal(_text, _position, mark, 0, mark.Length) == 0;

    /// <summary>Reads the string behind <c>N</c>, <c>E</c>, <c>B</c>, <c>X</c>, <c>q</c> or a MySQL character set; false if the word is no prefix.</summary>
    private bool StringPrefix(int start, int length)
    {
        var prefix = _text.Substring(start, length);
        if (_dialect is SqlDialect.Oracle or SqlDialect.Unknown && prefix is "q" or "Q" or "nq" or "nQ" or "NQ" or "Nq")
        {
            AlternativeQuoted(start);
            return true;
        }

        if (prefix is "N" or "n" or "B" or "b" or "X" or "x" || (_dialect == SqlDialect.Mysql && prefix[0] == '_'))
        {
            Quoted(SqlTokenKind.String, start, '\'', _dialect == SqlDialect.Mysql ? SqlEscape.Backslash : SqlEscape.Doubled);
            return true;
        }

        if (prefix is "E" or "e" && _dialect is SqlDialect.Postgresql or SqlDialect.Unknown)
        {
            Quoted(SqlTokenKind.String, start, '\'', SqlEscape.Backslash);
            return true;
        }

        return false;
    }

    /// <summary>Oracle's <c>q'[it's]'</c>: the character after the quote, mirrored, closes it.</summary>
    private void AlternativeQuoted(int start)
    {
        var opening = Ahead();
        var closing = opening switch { '[' => ']', '(' => ')', '{' => '}', '<' => '>', _ => opening };
        var contentStart = Math.Min(_position + 2, _text.Length);
        for (var i = contentStart; i + 1 < _text.Length; i++)
        {
            if (_text[i] == closing && _text[i + 1] == '\'')
            {
                Add(SqlTokenKind.String, start, i + 2, contentStart - start, 2);
                return;
            }
        }

        Add(SqlTokenKind.String, start, _text.Length, contentStart - start);
    }

    private void DoubleQuoted()
    {
        if (_dialect == SqlDialect.Mysql)
            Quoted(SqlTokenKind.String, _position, '"', SqlEscape.Backslash);
        else
            Quoted(SqlTokenKind.QuotedIdentifier, _position, '"', SqlEscape.Doubled);
    }

    /// <summary>Reads from the opening quote, at which the position is, to the closing one.</summary>
    private void Quoted(SqlTokenKind kind, int start, char closing, SqlEscape escape)
    {
        var contentStart = _position + 1;
        var i = contentStart;
        while (i < _text.Length)
        {
            if (_text[i] == '\\' && escape == SqlEscape.Backslash)
            {
                i += 2;
                continue;
            }

            if (_text[i] != closing)
            {
                i++;
                continue;
            }

            if (i + 1 < _text.Length && _text[i + 1] == closing)
            {
                i += 2;
                continue;
            }

            Add(kind, start, i + 1, contentStart - start, 1, escape);
            return;
        }

        Add(kind, start, _text.Length, contentStart - start, 0, escape);
    }

    /// <summary>
    /// Brackets quote in T-SQL and SQLite, and index or build arrays in PostgreSQL. Without evidence they quote what looks like a
    /// name and does not follow one.
    /// </summary>
    private readonly bool OpensBracketIdentifier() => _dialect switch
    {
        SqlDialect.Tsql or SqlDialect.Sqlite => true,
        SqlDialect.Unknown => SqlCharacters.IsWordStart(Ahead(), _dialect)
            && (_position == 0 || !(SqlCharacters.IsWordPart(_text[_position - 1], _dialect) || _text[_position - 1] is ')' or ']' or '"')),
        _ => false,
    };

    private readonly bool OpensLineComment()
    {
        if (Current == '#')
            return _dialect == SqlDialect.Mysql;
        if (Current != '-' || Ahead() != '-')
            return false;
        // MySQL reads 5--3 as a subtraction.
        return _dialect != SqlDialect.Mysql || _position + 2 >= _text.Length || char.IsWhiteSpace(Ahead(2)) || char.IsControl(Ahead(2));
    }

    private void LineComment()
    {
        var end = _text.IndexOfAny(s_lineEnds, _position);
        Add(SqlTokenKind.Comment, _position, end < 0 ? _text.Length : end);
    }

    private void BlockComment()
    {
        var nests = _dialect is SqlDialect.Postgresql or SqlDialect.Tsql;
        var depth = 1;
        var i = _position + 2;
        while (i + 1 < _text.Length)
        {
            if (_text[i] == '*' && _text[i + 1] == '/')
            {
                i += 2;
                if (--depth == 0)
                {
                    Add(SqlTokenKind.Comment, _position, i, 2, 2);
                    return;
                }
            }
            else if (nests && _text[i] == '/' && _text[i + 1] == '*')
            {
                depth++;
                i += 2;
            }
            else
            {
                i++;
            }
        }

        Add(SqlTokenKind.Comment, _position, _text.Length, 2);
    }

    private static readonly char[] s_lineEnds = ['\n', '\r'];
}
