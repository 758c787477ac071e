using System.Reflection;

namespace SecurityReview.Tool.Reporting;

/// <summary>The version of the command.</summary>
internal static class ToolVersion
{
    /// <summary>Without the part that names a commit.</summary>
    public static string Current { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
