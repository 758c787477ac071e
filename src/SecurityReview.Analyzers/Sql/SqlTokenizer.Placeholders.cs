namespace SecurityReview.Analyzers.Sql;

/// <summary>Placeholders and the marks that look like them.</summary>
internal ref partial struct SqlTokenizer
{
    /// <summary>
    /// A dollar quote, <c>$1</c>, <c>$name</c>, or in T-SQL an amount of money (<c>$1.5</c>) or pseudo column (<c>$action</c>); false
    /// if the text does not go on with any of them.
    /// </summary>
    private bool Dollar()
    {
        if (Current != '$')
            return false;
        var start = _position;
        if (_dialect == SqlDialect.Tsql)
        {
            if (!SqlCharacters.IsNamePart(Ahead()))
                return false;
            var isMoney = char.IsDigit(Ahead());
            _position++;
            SkipWhile(character => SqlCharacters.IsNamePart(character) || (isMoney && character == '.'));
            Add(isMoney ? SqlTokenKind.Number : SqlTokenKind.Word, start, _position);
            return true;
        }

        if (_dialect is SqlDialect.Postgresql or SqlDialect.Unknown && DollarQuoted())
            return true;
        return SqlCharacters.IsNamePart(Ahead()) && Named(start, 1);
    }

    private bool DollarQuoted()
    {
        var tagEnd = _position + 1;
        if (char.IsDigit(Ahead()))
            return false;
        while (tagEnd < _text.Length && SqlCharacters.IsNamePart(_text[tagEnd]))
            tagEnd++;
        if (tagEnd >= _text.Length || _text[tagEnd] != '$')
            return false;
        var tag = _text.Substring(_position, tagEnd + 1 - _position);
        var end = _text.IndexOf(tag, tagEnd + 1, StringComparison.Ordinal);
        if (end < 0)
            Add(SqlTokenKind.DollarString, _position, _text.Length, tag.Length);
        else
            Add(SqlTokenKind.DollarString, _position, end + tag.Length, tag.Length, tag.Length);
        return true;
    }

    /// <summary><c>@p</c>, <c>:p</c>, <c>?</c>, <c>?1</c>, <c>{0}</c>, and the server's <c>@@x</c>; false if the character starts none.</summary>
    private bool Placeholder()
    {
        var start = _position;
        switch (Current)
        {
            case '@' when Ahead() == '@' && SqlCharacters.IsWordStart(Ahead(2), _dialect):
                _position += 2;
                SkipWord();
                Add(SqlTokenKind.ServerVariable, start, _position);
                return true;
            case '@' when SqlCharacters.IsNamePart(Ahead()) || IsHoleAhead():
            case ':' when (SqlCharacters.IsNamePart(Ahead()) || IsHoleAhead()) && !IsSlice(start):
                return Named(start, 1);
            case ':' when Ahead() == ':':
                Add(SqlTokenKind.Operator, start, start + 2);
                return true;
            case '?' when _dialect != SqlDialect.Postgresql:
                // A name after the mark belongs to it in MySQL, a number in SQLite.
                return SqlCharacters.IsNamePart(Ahead()) ? Named(start, 1) : One(start);
            case '{' when char.IsDigit(Ahead()):
                return Numbered(start);
            default:
                return false;
        }
    }

    private readonly bool IsHoleAhead() => Ahead() == SqlText.HoleMark && _source.IsHole(_position + 1);

    /// <summary><c>a[1:n]</c> of PostgreSQL: the colon follows its left bound directly.</summary>
    private readonly bool IsSlice(int start) =>
        _dialect == SqlDialect.Postgresql && start > 0 && (SqlCharacters.IsNamePart(_text[start - 1]) || _text[start - 1] is ']' or '[');

    private bool One(int start)
    {
        Add(SqlTokenKind.Placeholder, start, start + 1);
        return true;
    }

    private bool Named(int start, int mark)
    {
        _position = start + mark;
        while (_position < _text.Length && (IsHole || SqlCharacters.IsNamePart(Current)))
            _position++;
        Add(SqlTokenKind.Placeholder, start, _position);
        return true;
    }

    private bool Numbered(int start)
    {
        var end = start + 1;
        while (end < _text.Length && char.IsDigit(_text[end]))
            end++;
        if (end >= _text.Length || _text[end] != '}')
            return false;
        Add(SqlTokenKind.Placeholder, start, end + 1);
        return true;
    }
}
