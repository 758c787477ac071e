using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SecurityReview.Tool.Reviewing;

namespace SecurityReview.Tool.Loading;

/// <summary>Collects what went wrong while projects were loaded, by project. May be filled from several threads.</summary>
internal sealed partial class LoadFailures
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, List<string>> _byPath = new(StringComparer.Ordinal);

    /// <summary>Adds a message of the loader, which names its project somewhere in the text.</summary>
    public void Add(string message)
    {
        if (FailedProject().Match(message) is { Success: true } failed)
            Add(Path.GetFullPath(failed.Groups["path"].Value), failed.Groups["reason"].Value);
        else if (MissingProject().Match(message) is { Success: true } missing)
            Add(Path.GetFullPath(missing.Groups["path"].Value), "There is no such file.");
        else
            Add("", message);
    }

    public void Add(string path, string message)
    {
        lock (_lock)
        {
            if (!_byPath.TryGetValue(path, out var messages))
                _byPath.Add(path, messages = []);
            if (!messages.Contains(message))
                messages.Add(message);
        }
    }

    /// <summary>Whether a failure of this project is known.</summary>
    public bool Name(string path)
    {
        lock (_lock)
            return _byPath.ContainsKey(path);
    }

    /// <summary>
    /// One problem per project; what no project could be told for belongs to the target. Projects that are in other languages are not to be
    /// reviewed, so nothing is missing if they do not load.
    /// </summary>
    public ImmutableArray<ReviewProblem> Problems(ReviewTarget target)
    {
        lock (_lock)
        {
            return [.. _byPath.Where(pair => !target.OtherProjects.Contains(pair.Key)).Select(pair =>
                new ReviewProblem(ProblemKind.Load, pair.Key.Length == 0 ? target.Named : pair.Key, "it could not be loaded", [.. pair.Value]))];
        }
    }

    [GeneratedRegex("^Msbuild failed when processing the file '(?<path>[^']+)' with message: (?<reason>.+)$", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex FailedProject();

    [GeneratedRegex("^Project file not found: '(?<path>[^']+)'$", RegexOptions.IgnoreCase)]
    private static partial Regex MissingProject();
}
