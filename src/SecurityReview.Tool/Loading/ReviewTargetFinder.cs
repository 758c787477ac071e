using System.Collections.Immutable;

namespace SecurityReview.Tool.Loading;

/// <summary>Finds out what a path on the command line means.</summary>
internal static class ReviewTargetFinder
{
    private static readonly string[] s_solutionExtensions = [".sln", ".slnx"];

    private static readonly EnumerationOptions s_search = new()
    {
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.System,
    };

    /// <param name="path">A folder, project or solution, relative to the current folder or full.</param>
    /// <exception cref="CannotReviewException">There is nothing to review there, or it is not clear what.</exception>
    public static async Task<ReviewTarget> FindAsync(string path, CancellationToken cancellation)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
            return await InFolderAsync(full, cancellation).ConfigureAwait(false);
        if (!File.Exists(full))
            throw new CannotReviewException($"There is no file or folder '{path}'.");
        if (IsSolution(full))
            return await SolutionFile.ReadAsync(full, cancellation).ConfigureAwait(false);
        if (IsProject(full))
            return new ReviewTarget(full, null, [full], Path.GetDirectoryName(full)!);
        throw new CannotReviewException($"'{path}' cannot be reviewed: name a folder, a C# project (.csproj) or a solution (.sln, .slnx).");
    }

    private static async Task<ReviewTarget> InFolderAsync(string folder, CancellationToken cancellation)
    {
        var solutions = Directory.EnumerateFiles(folder, "*", s_search).Where(IsSolution).Order(StringComparer.Ordinal).ToList();
        if (solutions.Count > 1)
        {
            var names = string.Join(", ", solutions.Select(Path.GetFileName));
            throw new CannotReviewException($"There are several solutions in '{folder}': {names}. Name the one to review.");
        }

        if (solutions is [var solution])
            return await SolutionFile.ReadAsync(solution, cancellation).ConfigureAwait(false);
        var projects = Projects(folder).Order(StringComparer.Ordinal).ToImmutableArray();
        if (projects.IsEmpty)
            throw new CannotReviewException($"There is nothing to review in '{folder}': it has no solution (.sln, .slnx), and no C# project (.csproj) at any depth.");
        return new ReviewTarget(folder, null, projects, folder);
    }

    private static IEnumerable<string> Projects(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", s_search).Where(IsProject))
            yield return file;
        foreach (var child in Directory.EnumerateDirectories(folder, "*", s_search).Where(MayHoldSources))
        {
            foreach (var project in Projects(child))
                yield return project;
        }
    }

    /// <summary>Not where builds and package managers put things, nor folders that are hidden by their name.</summary>
    private static bool MayHoldSources(string folder) =>
        Path.GetFileName(folder) is not ("bin" or "obj" or "node_modules") and not ['.', ..];

    private static bool IsSolution(string file) => s_solutionExtensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);

    private static bool IsProject(string file) => Path.GetExtension(file).Equals(".csproj", StringComparison.OrdinalIgnoreCase);
}
