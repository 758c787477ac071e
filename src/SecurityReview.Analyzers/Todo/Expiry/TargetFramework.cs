using System.Globalization;
using System.Text.RegularExpressions;

namespace SecurityReview.Analyzers.Todo.Expiry;

/// <summary>A target framework by its short name: <c>net9.0</c>, <c>net10.0-windows</c>, <c>netstandard2.0</c>, <c>net48</c>.</summary>
/// <param name="Family">Which line of frameworks.</param>
/// <param name="Version">The version within it.</param>
internal sealed record TargetFramework(FrameworkFamily Family, Version Version)
{
    private static readonly Regex s_shortName = new(@"^(?<family>netcoreapp|netstandard|net)(?<version>\d+(?:\.\d+)*)(?:-[\w.]+)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static readonly Regex s_longName = new(@"^\.(?<family>NETCoreApp|NETStandard|NETFramework),Version=v(?<version>\d+(?:\.\d+)+)", RegexOptions.CultureInvariant);

    /// <summary>Reads a short name, or the name that the compiler gets in an attribute (<c>.NETCoreApp,Version=v9.0</c>); null for anything else.</summary>
    public static TargetFramework? Parse(string text)
    {
        var match = s_shortName.Match(text.Trim());
        if (!match.Success)
            match = s_longName.Match(text);
        if (!match.Success || VersionOf(match.Groups["version"].Value) is not { } version)
            return null;
        return match.Groups["family"].Value.ToUpperInvariant() switch
        {
            "NETSTANDARD" => new TargetFramework(FrameworkFamily.Standard, version),
            "NETFRAMEWORK" => new TargetFramework(FrameworkFamily.Framework, version),
            "NETCOREAPP" => new TargetFramework(FrameworkFamily.Core, version),
            _ => new TargetFramework(version.Major >= 5 ? FrameworkFamily.Core : FrameworkFamily.Framework, version),
        };
    }

    /// <summary>Whether what waits for another framework can go on with this one.</summary>
    public bool Reaches(TargetFramework other) => Family == other.Family && Version >= other.Version;

    /// <summary><c>net48</c> is 4.8, <c>net462</c> 4.6.2; with dots it is as written.</summary>
    private static Version? VersionOf(string digits)
    {
        if (digits.IndexOf('.') < 0)
            digits = digits.Length == 1 ? digits + ".0" : string.Join(".", digits.Select(digit => digit.ToString(CultureInfo.InvariantCulture)));
        return Version.TryParse(digits, out var version) ? version : null;
    }
}
