using System.Text;

namespace SecurityReview.Analyzers.Sql;

/// <summary>How a quote stands inside a quoted token.</summary>
internal enum SqlEscape
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Twice: <c>'it''s'</c>.</summary>
    Doubled,

    /// <summary>Twice or after a backslash: MySQL, and <c>E'…'</c> of PostgreSQL.</summary>
    Backslash,
}

/// <summary>The meaning of escaped text.</summary>
internal static class SqlEscapeExtensions
{
    /// <summary>The text that a quoted content means.</summary>
    public static string Unescape(this SqlEscape escape, string content, char openingQuote)
    {
        if (escape == SqlEscape.None)
            return content;
        var quote = openingQuote == '[' ? ']' : openingQuote;
        var backslash = escape == SqlEscape.Backslash;
        if (content.IndexOf(quote) < 0 && !(backslash && content.IndexOf('\\') >= 0))
            return content;
        var value = new StringBuilder(content.Length);
        for (var i = 0; i < content.Length; i++)
        {
            var current = content[i];
            var hasNext = i + 1 < content.Length;
            if (backslash && current == '\\' && hasNext)
                value.Append(Escaped(content[++i]));
            else
                value.Append(current);
            if (current == quote && hasNext && content[i + 1] == quote)
                i++;
        }

        return value.ToString();
    }

    private static string Escaped(char character) => character switch
    {
        '0' => "\0",
        'b' => "\b",
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        // Outside of LIKE patterns these keep their backslash, and inside they need it.
        '%' or '_' => "\\" + character,
        _ => character.ToString(),
    };
}
