using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Tests.Verifiers;

/// <summary>The reference assemblies of a target framework with all libraries that the rules know, from the reference pack.</summary>
internal static class TestReferences
{
    public const string Net10 = "net10.0";
    public const string Net8 = "net8.0";
    public const string NetStandard20 = "netstandard2.0";
    public const string Net48 = "net48";

    private static readonly ConcurrentDictionary<string, ImmutableArray<MetadataReference>> s_lists = new();

    /// <summary>The root of the repository, where tests over its own files start.</summary>
    public static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    public static ImmutableArray<MetadataReference> Of(string framework) =>
        s_lists.GetOrAdd(framework, static name =>
            [.. File.ReadLines(Path.Combine(Metadata("ReferenceLists"), name + ".txt")).Select(path => MetadataReference.CreateFromFile(path))]);

    /// <summary>The framework alone, without any library: what a project looks like before its packages are restored.</summary>
    public static ImmutableArray<MetadataReference> OfFrameworkOnly(string framework) =>
        [.. Of(framework).Where(reference => reference.Display!.Contains(".Ref" + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            && reference.Display.Contains("NETCore", StringComparison.Ordinal))];

    private static string Metadata(string key) =>
        typeof(TestReferences).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == key).Value!;
}
