using System.Globalization;

namespace SecurityReview.Analyzers.Sql;

/// <summary>The character classes of SQL words, numbers and operators, by dialect.</summary>
internal static class SqlCharacters
{
    private static readonly string[] s_operators =
    [
        "!~~*", "->>", "#>>", "<=>", "!~*", "!~~", "~~*", "-|-", "<->", "&&&",
        "::", ":=", "@>", "<@", "->", "#>", "||", "<=", ">=", "<>", "!=", "==", "&&", "@@", "~*", "!~", "~~", "**", "=>", "@?", "<<", ">>",
        "+=", "-=", "*=", "/=", "!<", "!>",
    ];

    public static bool IsWordStart(char character, SqlDialect dialect) =>
        character == '_' || char.IsLetter(character) || (character == '#' && dialect is SqlDialect.Tsql or SqlDialect.Unknown);

    public static bool IsWordPart(char character, SqlDialect dialect) =>
        character is '_' or '$' || char.IsLetterOrDigit(character) || IsCombining(character) ||
        (character == '#' && dialect is SqlDialect.Tsql or SqlDialect.Oracle) ||
        (character == '@' && dialect == SqlDialect.Tsql);

    /// <summary>Parameter names: words that may start with a digit.</summary>
    public static bool IsNamePart(char character) => character is '_' || char.IsLetterOrDigit(character);

    public static bool IsPunctuation(char character) => character is '(' or ')' or '[' or ']' or ',' or ';' or '.';

    /// <summary>The length of the operator at the start of a text; 1 for a character that is in no operator.</summary>
    public static int OperatorLength(string text, int start, SqlDialect dialect)
    {
        foreach (var mark in s_operators)
        {
            if (string.CompareOrdinal(text, start, mark, 0, mark.Length) == 0 && !(mark == "<@" && IsComparedPlaceholder(text, start, dialect)))
                return mark.Length;
        }

        if (dialect == SqlDialect.Postgresql && text[start] == '?' && start + 1 < text.Length && text[start + 1] is '|' or '&')
            return 2;
        return 1;
    }

    /// <summary><c>a &lt;@p</c>: only PostgreSQL has the operator.</summary>
    private static bool IsComparedPlaceholder(string text, int start, SqlDialect dialect) =>
        dialect != SqlDialect.Postgresql && start + 2 < text.Length && (IsNamePart(text[start + 2]) || text[start + 2] == SqlText.HoleMark);

    private static bool IsCombining(char character) =>
        character > '\x7f' && CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Surrogate;
}
