using System.Text.RegularExpressions;

namespace SecurityReview.Analyzers.ExceptionHandling.DetailedErrors;

/// <summary>The switch within a connection string: <c>Include Error Detail=true</c>.</summary>
internal static class ErrorDetailSetting
{
    private static readonly Regex s_setting = new(
        @"(?<before>;\s*)?Include\s?Error\s?Details?\s*=\s*(true|yes|on|1)\b\s*(?<after>;)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(100));

    /// <summary>A connection string, or a piece of one, begins with a setting.</summary>
    private static readonly Regex s_beginning = new(@"^[\s;]*[a-z][\w ]*=", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(100));

    /// <summary>Whether a text holds the switch, switched on.</summary>
    public static bool Is(string text) =>
        text.IndexOf("Error", StringComparison.OrdinalIgnoreCase) >= 0 && s_setting.IsMatch(text) && s_beginning.IsMatch(text);

    /// <summary>Whether a word may be the last one of the switch.</summary>
    public static bool MayEndWith(string word) => word.EndsWith("Detail", StringComparison.OrdinalIgnoreCase) || word.EndsWith("Details", StringComparison.OrdinalIgnoreCase);

    /// <summary>The text without it.</summary>
    public static string Without(string text) =>
        s_setting.Replace(text, static match => match.Groups["before"].Success && match.Groups["after"].Success ? ";" : "");
}
