namespace SecurityReview.Benchmarks.Sources;

/// <summary>Finds sources. Programs that belong together by their folder are compiled together, in pieces where they are many.</summary>
internal static class SourceSets
{
    /// <summary>Compilations larger than this say nothing more and need the memory of all their bodies.</summary>
    private const int MaximumCharacters = 6_000_000;

    /// <summary>One set for each folder in a folder that holds sources, and one for the files beside them.</summary>
    public static IEnumerable<SourceSet> Below(string folder, string prefix)
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

    private static IEnumerable<SourceSet> Pieces(string name, string folder, IEnumerable<string> paths)
    {
        var (files, characters, piece) = (new List<(string, string)>(), 0, 1);
        foreach (var path in paths)
        {
            var text = File.ReadAllText(Path.Combine(folder, path));
            if (files.Count > 0 && characters + text.Length > MaximumCharacters)
            {
                yield return new SourceSet($"{name} ({piece++})", files);
                (files, characters) = ([], 0);
            }

            files.Add((path, text));
            characters += text.Length;
        }

        yield return new SourceSet(piece == 1 ? name : $"{name} ({piece})", files);
    }

    private static bool IsBuildOutput(string path) =>
        path.Split('/') is var parts && (parts.Contains("obj") || parts.Contains("bin"));
}
