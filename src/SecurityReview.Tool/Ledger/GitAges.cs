using System.Collections.Immutable;
using System.Globalization;
using SecurityReview.Tool.Reviewing;

namespace SecurityReview.Tool.Ledger;

/// <summary>Since when lines are as they are, by the history of a git checkout; with the reasons where that is not known.</summary>
internal sealed class GitAges
{
    /// <summary>A command line has an end.</summary>
    private const int MostLinesAtOnce = 200;

    private readonly Dictionary<(string Path, int Line), LineAge> _ages = [];
    private readonly List<string> _notes = [];

    /// <summary>Why ages are missing, as full sentences.</summary>
    public ImmutableArray<string> Notes => [.. _notes];

    /// <summary>The age of the line that a place starts on; null where it is not known.</summary>
    public LineAge? Of(CodePlace place) => _ages.GetValueOrDefault((place.Path, place.Line));

    public static async Task<GitAges> ReadAsync(string folder, IReadOnlyCollection<LedgerEntry> entries, CancellationToken cancellation)
    {
        var ages = new GitAges();
        if (entries.Count > 0)
            await ages.FillAsync(folder, entries, cancellation).ConfigureAwait(false);
        return ages;
    }

    private async Task FillAsync(string folder, IReadOnlyCollection<LedgerEntry> entries, CancellationToken cancellation)
    {
        if (await GitCommand.ReadAsync(folder, ["--version"], cancellation).ConfigureAwait(false) is null)
        {
            _notes.Add("The age of the debts is not known: there is no 'git' command on the search path.");
            return;
        }

        if ((await GitCommand.ReadAsync(folder, ["rev-parse", "--is-inside-work-tree"], cancellation).ConfigureAwait(false))?.Trim() != "true")
        {
            _notes.Add("The age of the debts is not known: the folder is no git checkout that can be read.");
            return;
        }

        if ((await GitCommand.ReadAsync(folder, ["rev-parse", "--is-shallow-repository"], cancellation).ConfigureAwait(false))?.Trim() == "true")
            _notes.Add("The git checkout is shallow: the debts may be older than said.");
        foreach (var file in entries.GroupBy(entry => entry.Place.Path, StringComparer.Ordinal))
        {
            foreach (var lines in file.Select(entry => entry.Place.Line).Distinct().Order().Chunk(MostLinesAtOnce))
                await BlameAsync(file.Key, lines, cancellation).ConfigureAwait(false);
        }

        var unknown = entries.Count(entry => Of(entry.Place) is null);
        if (unknown > 0)
            _notes.Add($"{(unknown == 1 ? "One line" : string.Create(CultureInfo.InvariantCulture, $"{unknown} lines"))} of the ledger {(unknown == 1 ? "is" : "are")} not committed yet, so without an age.");
    }

    private async Task BlameAsync(string path, int[] lines, CancellationToken cancellation)
    {
        var ranges = lines.SelectMany(line => new[] { "-L", string.Create(CultureInfo.InvariantCulture, $"{line},{line}") });
        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder) || await GitCommand.ReadAsync(folder, ["blame", "--line-porcelain", .. ranges, "--", Path.GetFileName(path)], cancellation).ConfigureAwait(false) is not { } output)
            return;
        foreach (var (line, age) in BlameOutput.Read(output))
            _ages[(path, line)] = age;
    }
}
