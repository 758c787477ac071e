namespace SecurityReview.Analyzers.Sql;

/// <summary>One token of SQL text; blanks lie between tokens.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As it is written, with quotes and prefix.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="Prefix">How many characters stand before the content: an opening quote with its prefix, an opening tag.</param>
/// <param name="Suffix">How many characters stand after the content; 0 where the text ended before the closing quote.</param>
/// <param name="Escape">How a quote stands inside the quotes.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, string Text, int Start, int Prefix, int Suffix, SqlEscape Escape)
{
    public int End => Start + Text.Length;

    /// <summary>Whether a string, quoted identifier or block comment is closed; true for every other token.</summary>
    public bool IsClosed => Prefix == 0 || Suffix > 0;

    /// <summary>What stands inside the quotes, as it is written.</summary>
    public string Content => Text.Substring(Prefix, Text.Length - Prefix - Suffix);

    /// <summary>What a string or quoted identifier means: its content without escapes. Other tokens mean what they say.</summary>
    public string Value => Escape.Unescape(Content, Prefix == 0 ? '\0' : Text[Prefix - 1]);

    /// <summary>Whether this is the keyword, in any case.</summary>
    public bool Is(string keyword) => Kind == SqlTokenKind.Word && string.Equals(Text, keyword, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether this is the operator or punctuation mark.</summary>
    public bool IsMark(string mark) => Kind is SqlTokenKind.Operator or SqlTokenKind.Punctuation && Text == mark;
}
