using System.Globalization;

namespace SecurityReview.Analyzers.Todo;

/// <summary>Days as <c>2026-01-31</c>, the only form in which nobody mistakes the month for the day.</summary>
internal static class IsoDate
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>The day that a text is; null for anything else.</summary>
    public static DateTime? Parse(string text) =>
        DateTime.TryParseExact(text.Trim(), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public static string TextOf(DateTime date) => date.ToString(Format, CultureInfo.InvariantCulture);
}
