using System.Reflection;

namespace SecurityReview.EndToEnd.Tests.Infrastructure;

/// <summary>Where the things under test lie. The build writes these places into the test assembly.</summary>
internal static class RepositoryFiles
{
    /// <summary>The root folder of the repository.</summary>
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>The folders of the root that hold our own projects.</summary>
    public static IReadOnlyList<string> SourceFolders { get; } = ["src", "tests"];

    /// <summary>The local feed with the freshly packed packages.</summary>
    public static string PackageFolder { get; } = Metadata("PackageFolder");

    /// <summary>The version that everything is packed with.</summary>
    public static string Version { get; } = Metadata("PackageVersion");

    /// <summary>The package folder of the machine, where what the tests consume is already unpacked.</summary>
    public static string MachinePackages { get; } = Metadata("MachinePackages");

    /// <summary>The analyzer package.</summary>
    public static string Package { get; } = Path.Combine(PackageFolder, $"SecurityReview.{Version}.nupkg");

    /// <summary>The freshly built <c>security-review</c> command.</summary>
    public static string Tool { get; } = Metadata("Tool");

    private static string Metadata(string key) =>
        typeof(RepositoryFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == key).Value!;
}
