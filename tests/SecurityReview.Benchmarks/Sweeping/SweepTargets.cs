using System.Text.RegularExpressions;
using SecurityReview.Benchmarks.Generation;

namespace SecurityReview.Benchmarks.Sweeping;

/// <summary>Finds sources to sweep over. Programs that belong together by their folder are compiled together, in pieces where they are many.</summary>
internal static class SweepTargets
{
    /// <summary>Compilations larger than this say nothing more and need the memory of all their bodies.</summary>
    private const int MaximumCharacters = 6_000_000;

    /// <summary>The repository with its generated applications, and the sources in restored packages.</summary>
    public static IEnumerable<SweepTarget> Usual(int lines, int sinks)
    {
        var root = References.RepositoryRoot;
        var flows = Path.Combine(root, "tests", "SecurityReview.Analyzers.Tests", "Taint", "Flows", "Programs");
        return new[] { "src", "tests", "samples" }.SelectMany(folder => Below(Path.Combine(root, folder), folder + "/"))
            .Concat(Directory.Exists(flows) ? Below(flows, "flow programs/") : [])
            .Concat(Examples(root))
            .Concat(new[] { 0, sinks }.Distinct().Select(count => Generated(lines, count)))
            .Concat(Below(References.Packages, "package "));
    }

    /// <summary>One target for each folder in a folder that holds sources, and one for the files beside them.</summary>
    public static IEnumerable<SweepTarget> Below(string folder, string prefix)
    {
        if (!Directory.Exists(folder))
            throw new ArgumentException($"There is no folder '{folder}'.");
        return Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(path => !IsBuildOutput(path))
            .GroupBy(path => path.Contains('/') ? path[..path.IndexOf('/')] : ".")
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .SelectMany(group => Pieces(prefix + group.Key, folder, group.Order(StringComparer.Ordinal)));
    }

    private static IEnumerable<SweepTarget> Pieces(string name, string folder, IEnumerable<string> paths)
    {
        var (files, characters, piece) = (new List<(string, string)>(), 0, 1);
        foreach (var path in paths)
        {
            var text = File.ReadAllText(Path.Combine(folder, path));
            if (files.Count > 0 && characters + text.Length > MaximumCharacters)
            {
                yield return new SweepTarget($"{name} ({piece++})", files);
                (files, characters) = ([], 0);
            }

            files.Add((path, text));
            characters += text.Length;
        }

        yield return new SweepTarget(piece == 1 ? name : $"{name} ({piece})", files);
    }

    private static IEnumerable<SweepTarget> Examples(string root)
    {
        foreach (var page in Directory.EnumerateFiles(Path.Combine(root, "docs"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var examples = Regex.Matches(File.ReadAllText(page), @"^```csharp[^\n]*\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline);
            if (examples.Count > 0)
                yield return new SweepTarget("examples of " + Path.GetFileName(page), [.. examples.Select((example, i) => ($"Example{i}.cs", example.Groups["code"].Value))]);
        }
    }

    private static SweepTarget Generated(int lines, int sinks) =>
        new($"generated, {sinks} SQL texts", [.. GeneratedApplication.Create(lines, sinks).Files.Select(file => (file.Path, file.Text))]);

    private static bool IsBuildOutput(string path) =>
        path.Split('/') is var parts && (parts.Contains("obj") || parts.Contains("bin"));
}
