using SecurityReview.Tool.Reviewing;

namespace SecurityReview.Tool.Reporting;

/// <summary>
/// How paths are written: relative to the current folder where the target lies in it, so that they can be opened from there; otherwise
/// relative to the target.
/// </summary>
internal sealed class ReportPaths
{
    private readonly string _base;

    private ReportPaths(string baseFolder) => _base = baseFolder;

    /// <summary>Whether paths are relative to the folder that the user is in.</summary>
    public bool StartAtCurrentFolder => _base == Environment.CurrentDirectory;

    public static ReportPaths For(Review review)
    {
        var current = Environment.CurrentDirectory;
        if (IsBelow(review.Target, current))
            return new ReportPaths(current);
        return new ReportPaths(Directory.Exists(review.Target) ? review.Target : Path.GetDirectoryName(review.Target)!);
    }

    /// <summary>A path in the form of this machine; full if it lies elsewhere.</summary>
    public string Show(string path) => IsBelow(path, _base) ? Path.GetRelativePath(_base, path) : path;

    /// <summary>A path for machines: with slashes on every system.</summary>
    public string Portable(string path) => Show(path).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>A text of another tool, with the full paths in it made relative.</summary>
    public string Shorten(string text) => text.Replace(_base + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);

    private static bool IsBelow(string path, string folder) =>
        path == folder || path.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
