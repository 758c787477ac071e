using System.Text.RegularExpressions;

namespace SecurityReview.Analyzers.Todo.Expiry;

/// <summary>
/// Reads what a comment waits for, apart from a date: a release of the own program (<c>remove in v2.0</c>), a release of a package
/// (<c>when Dapper &gt;= 2.1</c>), a framework (<c>when net9.0</c>).
/// </summary>
internal static class TodoConditions
{
    /// <summary>Removing something in a release. A version of another thing (<c>in EF Core 9.0</c>) has that thing's name before it.</summary>
    private static readonly Regex s_release = new(
        @"\b(?:remov\w+|remove|delet\w+|delete|drop(?:ped)?|obsolete)\b(?:[^\S\n]+[^\s.;!?]+){0,5}?\s+(?:in|until|after)\s+(?:(?:version|release)\s+v?|v)?(?<version>(?<=v|version\s|release\s)\d+(?:\.\d+){0,3}|\d+(?:\.\d+){1,3})(?![\w.-]*\w)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static readonly Regex s_package = new(
        @"\bwhen\s+(?<name>[A-Za-z_][\w-]*(?:\.[\w-]+)*)\s*(?:>=|\u2265)\s*v?(?<version>\d+(?:\.\d+){0,3}(?:-[\w.]+)?)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static readonly Regex s_framework = new(
        @"\bwhen\s+(?<family>netcoreapp|netstandard|net)(?<version>\d+(?:\.\d+)*)(?![\w.]*\w)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>The release of the own program by which something must be gone.</summary>
    public static ReleaseNumber? ReleaseIn(string text) =>
        s_release.Match(text) is { Success: true } match ? ReleaseNumber.Parse(match.Groups["version"].Value) : null;

    /// <summary>The packages and the releases of them that are waited for.</summary>
    public static IEnumerable<(string Name, ReleaseNumber Version)> PackagesIn(string text)
    {
        if (text.IndexOf(">=", StringComparison.Ordinal) < 0 && text.IndexOf('\u2265') < 0)
            yield break;
        for (var match = s_package.Match(text); match.Success; match = match.NextMatch())
        {
            if (ReleaseNumber.Parse(match.Groups["version"].Value) is { } version)
                yield return (match.Groups["name"].Value, version);
        }
    }

    /// <summary>The frameworks that are waited for, as they are written.</summary>
    public static IEnumerable<TargetFramework> FrameworksIn(string text)
    {
        if (text.IndexOf(" net", StringComparison.OrdinalIgnoreCase) < 0)
            yield break;
        for (var match = s_framework.Match(text); match.Success; match = match.NextMatch())
        {
            if (TargetFramework.Parse(match.Value.Substring(match.Groups["family"].Index - match.Index)) is { } framework)
                yield return framework;
        }
    }

    /// <summary>Whether a text may hold a condition at all: cheaper than the patterns.</summary>
    public static bool MayStandIn(string text) =>
        text.IndexOf("when", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("remov", StringComparison.OrdinalIgnoreCase) >= 0 ||
        text.IndexOf("delet", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("drop", StringComparison.OrdinalIgnoreCase) >= 0 ||
        text.IndexOf("obsolete", StringComparison.OrdinalIgnoreCase) >= 0;
}
