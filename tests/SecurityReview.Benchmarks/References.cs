using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace SecurityReview.Benchmarks;

/// <summary>What sources are compiled against, and where the repository stands.</summary>
internal static class References
{
    public static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    /// <summary>The folder of restored packages.</summary>
    public static string Packages { get; } = Metadata("MachinePackages");

    /// <summary>The newest framework with every library that the rules know; read into memory once, as the compiler server does.</summary>
    public static ImmutableArray<MetadataReference> All { get; } =
        [.. File.ReadLines(Path.Combine(Metadata("ReferenceLists"), "net10.0.txt")).Select(path => MetadataReference.CreateFromFile(path))];

    private static string Metadata(string key) =>
        typeof(References).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == key).Value!;
}
