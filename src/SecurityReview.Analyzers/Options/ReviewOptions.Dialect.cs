using SecurityReview.Analyzers.Sql;

namespace SecurityReview.Analyzers.Options;

/// <content>The dialect of SQL text.</content>
public static partial class ReviewOptions
{
    /// <summary>The dialect of SQL text; unknown where the types in use tell.</summary>
    public static ReviewOption<SqlDialect> Dialect { get; } = new(
        "dialect",
        "auto, tsql, postgresql, mysql, sqlite or oracle",
        "auto",
        "The SQL dialect of text whose connection type does not tell: it decides on quotes, comments and placeholders.",
        SqlDialect.Unknown,
        ParseDialect);

    private static bool ParseDialect(string text, out SqlDialect value)
    {
        var word = text.Trim();
        value = SqlDialect.Unknown;
        if (string.Equals(word, "auto", StringComparison.OrdinalIgnoreCase))
            return true;
        return word.Length > 0 && char.IsLetter(word[0]) && Enum.TryParse(word, ignoreCase: true, out value) && value != SqlDialect.Unknown && Enum.IsDefined(typeof(SqlDialect), value);
    }
}
