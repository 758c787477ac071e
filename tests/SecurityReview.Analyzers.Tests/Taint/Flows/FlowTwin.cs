using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Tests.Taint.Flows;

/// <summary>One half of a flow program: a whole program of one or several files, with the lines on which a finding must stand.</summary>
internal sealed record FlowTwin(string Name, bool IsBad, ImmutableArray<string> Files)
{
    /// <summary>What ends a line on which a finding must stand.</summary>
    public const string Mark = "// reported";

    private const string FileLine = "//// file";

    /// <summary>The marked lines, by their number in the file of the pair, starting at 1.</summary>
    public ImmutableSortedSet<int> Marked { get; } =
        [.. Files.SelectMany(file => file.Split('\n').Index()).Where(line => line.Item.TrimEnd().EndsWith(Mark, StringComparison.Ordinal)).Select(line => line.Index + 1)];

    /// <summary>The first written line, which says in a sentence what the twin is.</summary>
    public string Headline => Files[0].Split('\n').First(line => line.Length > 0);

    /// <summary>A twin made of some lines of a pair. Every file keeps the numbers that its lines have in the pair.</summary>
    public static FlowTwin Parse(string name, bool isBad, ReadOnlySpan<string> lines, int firstLine)
    {
        var files = ImmutableArray.CreateBuilder<string>();
        var start = 0;
        for (var i = 0; i <= lines.Length; i++)
        {
            if (i < lines.Length && lines[i].TrimEnd() != FileLine)
                continue;
            files.Add(new string('\n', firstLine + start) + string.Join('\n', lines[start..i].ToArray()));
            start = i + 1;
        }

        return new FlowTwin(name, isBad, files.ToImmutable());
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
