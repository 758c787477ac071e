namespace SecurityReview.Benchmarks.Sources;

/// <summary>Sources that are compiled together: a project, or what stands in for one.</summary>
/// <param name="Files">Path and text.</param>
internal sealed record SourceSet(string Name, IReadOnlyList<(string Path, string Text)> Files)
{
    /// <summary>The usings that the SDK adds to a project; without them most names of our own sources mean nothing.</summary>
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    public int Lines { get; } = Files.Sum(file => file.Text.AsSpan().Count('\n'));

    /// <summary>The files, and one with the usings that the SDK adds to a project.</summary>
    public IEnumerable<(string Path, string Text)> FilesAndUsings => Files.Append(("Usings.g.cs", Usings));
}
