using System.Text.RegularExpressions;

namespace SecurityReview.Analyzers.Todo;

/// <summary>Until when: an ISO date in the parentheses after the tag, or after a word that says so.</summary>
internal static class DueRecognizer
{
    private static readonly Regex s_dueDate = new(
        @"\b(?:due|by|until|before|expires)\b[\s:]*(?<date>\d{4}-\d{2}-\d{2})(?![\d-])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>The date that an item of the parentheses is, with or without a word such as <c>by</c> before it.</summary>
    public static DateTime? FromItem(string item) => FromText(item) ?? IsoDate.Parse(item);

    /// <summary>The first date in a text that stands after a word that makes it a due date.</summary>
    public static DateTime? FromText(string text)
    {
        if (text.IndexOf('-') < 0)
            return null;
        for (var match = s_dueDate.Match(text); match.Success; match = match.NextMatch())
        {
            if (IsoDate.Parse(match.Groups["date"].Value) is { } date)
                return date;
        }

        return null;
    }
}
