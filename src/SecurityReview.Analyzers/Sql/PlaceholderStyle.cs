namespace SecurityReview.Analyzers.Sql;

/// <summary>How a provider marks and matches parameters.</summary>
internal enum PlaceholderStyle
{
    /// <summary><c>@name</c>, matched by name.</summary>
    At,

    /// <summary><c>:name</c>, matched by name.</summary>
    Colon,

    /// <summary><c>:name</c>, matched by order unless the command says otherwise (Oracle).</summary>
    OrderedColon,

    /// <summary><c>?</c>, matched by order.</summary>
    QuestionMark,

    /// <summary><c>{0}</c>, the number of the argument.</summary>
    Numbered,
}

/// <summary>What follows from a style.</summary>
internal static class PlaceholderStyleExtensions
{
    /// <summary>Whether each occurrence needs a parameter of its own, added in the order of the text.</summary>
    public static bool IsOrdered(this PlaceholderStyle style) => style is PlaceholderStyle.OrderedColon or PlaceholderStyle.QuestionMark;

    /// <summary>The placeholder of a parameter as it stands in SQL.</summary>
    public static string Write(this PlaceholderStyle style, string name) => style switch
    {
        PlaceholderStyle.At => "@" + name,
        PlaceholderStyle.Colon or PlaceholderStyle.OrderedColon => ":" + name,
        PlaceholderStyle.QuestionMark => "?",
        _ => "{" + name + "}",
    };
}
