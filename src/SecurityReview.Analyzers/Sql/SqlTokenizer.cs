using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Sql;

/// <summary>
/// Splits SQL text into tokens. Every text has tokens: what is not closed ends with the text, what nothing claims is an operator.
/// One pass, each character is looked at a bounded number of times.
/// </summary>
internal ref partial struct SqlTokenizer
{
    private readonly SqlText _source;
    private readonly string _text;
    private readonly SqlDialect _dialect;
    private readonly ImmutableArray<SqlToken>.Builder _tokens;
    private int _position;

    private SqlTokenizer(SqlText source, SqlDialect dialect)
    {
        _source = source;
        _text = source.Text;
        _dialect = dialect;
        _tokens = ImmutableArray.CreateBuilder<SqlToken>();
        _position = 0;
    }

    /// <summary>The tokens of a constant text.</summary>
    public static ImmutableArray<SqlToken> Tokenize(string text, SqlDialect dialect = SqlDialect.Unknown) =>
        Tokenize(SqlText.Constant(text), dialect);

    /// <summary>
    /// The tokens of a text with holes. A hole that touches word characters is part of the word, one inside quotes or a comment is
    /// part of that token, and any other is a token of its own.
    /// </summary>
    public static ImmutableArray<SqlToken> Tokenize(SqlText source, SqlDialect dialect)
    {
        var tokenizer = new SqlTokenizer(source, dialect);
        while (tokenizer._position < tokenizer._text.Length)
            tokenizer.Next();
        return tokenizer._tokens.ToImmutable();
    }

    private readonly char Current => _text[_position];

    /// <summary>The character after the current ones; NUL past the end.</summary>
    private readonly char Ahead(int count = 1) => _position + count < _text.Length ? _text[_position + count] : '\0';

    private readonly bool IsHole => Current == SqlText.HoleMark && _source.IsHole(_position);

    private void Next()
    {
        var start = _position;
        var current = Current;
        if (char.IsWhiteSpace(current) || current is '\0' or '\uFEFF')
            _position++;
        else if (IsHole || SqlCharacters.IsWordStart(current, _dialect))
            WordOrPrefixedString();
        else if (char.IsDigit(current) || (current == '.' && char.IsDigit(Ahead())))
            Number();
        else if (current == '\'')
            Quoted(SqlTokenKind.String, start, '\'', _dialect == SqlDialect.Mysql ? SqlEscape.Backslash : SqlEscape.Doubled);
        else if (current == '"')
            DoubleQuoted();
        else if (current == '`')
            Quoted(SqlTokenKind.QuotedIdentifier, start, '`', SqlEscape.Doubled);
        else if (current == '[' && OpensBracketIdentifier())
            Quoted(SqlTokenKind.QuotedIdentifier, start, ']', SqlEscape.Doubled);
        else if (OpensLineComment())
            LineComment();
        else if (current == '/' && Ahead() == '*')
            BlockComment();
        else if (!Dollar() && !Placeholder())
            Mark();
    }

    private void Mark()
    {
        if (SqlCharacters.IsPunctuation(Current))
            Add(SqlTokenKind.Punctuation, _position, _position + 1);
        else
            Add(SqlTokenKind.Operator, _position, _position + SqlCharacters.OperatorLength(_text, _position, _dialect));
    }

    private void Number()
    {
        var start = _position;
        if (Current == '0' && Ahead() is 'x' or 'X' && Uri.IsHexDigit(Ahead(2)))
        {
            _position += 2;
            SkipWhile(Uri.IsHexDigit);
        }
        else
        {
            SkipWhile(char.IsDigit);
            if (_position < _text.Length && Current == '.' && Ahead() != '.')
            {
                _position++;
                SkipWhile(char.IsDigit);
            }

            var signed = Ahead() is '+' or '-' ? 2 : 1;
            if (_position < _text.Length && Current is 'e' or 'E' && char.IsDigit(Ahead(signed)))
            {
                _position += signed;
                SkipWhile(char.IsDigit);
            }
        }

        // Letters or a hole directly after the digits belong to it: 1{x} is one number, and nobody can tell which.
        SkipWord();
        Add(SqlTokenKind.Number, start, _position);
    }

    private void SkipWhile(Func<char, bool> isPart)
    {
        while (_position < _text.Length && isPart(Current))
            _position++;
    }

    private void SkipWord()
    {
        while (_position < _text.Length && (IsHole || SqlCharacters.IsWordPart(Current, _dialect)))
            _position++;
    }

    private void Add(SqlTokenKind kind, int start, int end, int prefix = 0, int suffix = 0, SqlEscape escape = SqlEscape.None)
    {
        _tokens.Add(new SqlToken(kind, _text.Substring(start, end - start), start, prefix, suffix, escape));
        _position = end;
    }
}
