namespace SecurityReview.EndToEnd.Tests.Infrastructure;

/// <summary>The text of every file under a folder at one moment, without what builds leave.</summary>
internal sealed class FileSnapshot
{
    private readonly Dictionary<string, string> _texts;

    private FileSnapshot(Dictionary<string, string> texts) => _texts = texts;

    /// <summary>Reads the folder as it is now.</summary>
    public static FileSnapshot Of(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Path: path, Relative: Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .Where(file => !file.Relative.Split('/').Any(part => part is "bin" or "obj"))
            .ToDictionary(file => file.Relative, file => File.ReadAllText(file.Path)));

    /// <summary>The text of a file, by its path below the folder with forward slashes.</summary>
    public string this[string relativePath] => _texts[relativePath];

    /// <summary>The paths of all files.</summary>
    public IEnumerable<string> Files => _texts.Keys;

    /// <summary>The files that are new, gone or different in a later snapshot, in order.</summary>
    public IReadOnlyList<string> ChangesTo(FileSnapshot later) =>
    [
        .. _texts.Keys.Union(later._texts.Keys)
            .Where(file => _texts.GetValueOrDefault(file) != later._texts.GetValueOrDefault(file))
            .Order(StringComparer.Ordinal),
    ];
}
