using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SecurityReview.Benchmarks.Sweeping;

/// <summary>What a target is compiled against: everything, as after a restore; the framework alone, as before it; nothing at all.</summary>
internal sealed record SweepReferences(string Name, ImmutableArray<MetadataReference> Items)
{
    public static IReadOnlyList<SweepReferences> All { get; } =
    [
        // The compiler itself, which our own sources use.
        new("all references", References.All.AddRange(new[] { typeof(Compilation), typeof(CSharpCompilation) }.Select(type => MetadataReference.CreateFromFile(type.Assembly.Location)))),
        new("framework only", [.. References.All.Where(reference => reference.Display!.Contains("Microsoft.NETCore.App.Ref", StringComparison.OrdinalIgnoreCase))]),
        new("no reference", []),
    ];
}
