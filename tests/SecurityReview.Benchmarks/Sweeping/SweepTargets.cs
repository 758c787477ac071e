using System.Text.RegularExpressions;
using SecurityReview.Benchmarks.Generation;
using SecurityReview.Benchmarks.Sources;

namespace SecurityReview.Benchmarks.Sweeping;

/// <summary>The sources that are swept over when no folder is named.</summary>
internal static class SweepTargets
{
    /// <summary>The repository with its generated applications, and the sources in restored packages.</summary>
    public static IEnumerable<SourceSet> Usual(int lines, int sinks)
    {
        var root = References.RepositoryRoot;
        var flows = Path.Combine(root, "tests", "SecurityReview.Analyzers.Tests", "Taint", "Flows", "Programs");
        return new[] { "src", "tests", "samples" }.SelectMany(folder => SourceSets.Below(Path.Combine(root, folder), folder + "/"))
            .Concat(Directory.Exists(flows) ? SourceSets.Below(flows, "flow programs/") : [])
            .Concat(Examples(root))
            .Concat(new[] { 0, sinks }.Distinct().Select(count => Generated(lines, count)))
            .Concat(SourceSets.Below(References.Packages, "package "));
    }

    private static IEnumerable<SourceSet> Examples(string root)
    {
        foreach (var page in Directory.EnumerateFiles(Path.Combine(root, "docs"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var examples = Regex.Matches(File.ReadAllText(page), @"^```csharp[^\n]*\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline);
            if (examples.Count > 0)
                yield return new SourceSet("examples of " + Path.GetFileName(page), [.. examples.Select((example, i) => ($"Example{i}.cs", example.Groups["code"].Value))]);
        }
    }

    private static SourceSet Generated(int lines, int sinks) =>
        new($"generated, {sinks} SQL texts", [.. GeneratedApplication.Create(lines, sinks).Files.Select(file => (file.Path, file.Text))]);
}
