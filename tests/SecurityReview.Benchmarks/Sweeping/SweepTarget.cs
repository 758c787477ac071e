namespace SecurityReview.Benchmarks.Sweeping;

/// <summary>Sources that are compiled together: a project, or what stands in for one.</summary>
/// <param name="Files">Path and text.</param>
internal sealed record SweepTarget(string Name, IReadOnlyList<(string Path, string Text)> Files)
{
    public int Lines { get; } = Files.Sum(file => file.Text.AsSpan().Count('\n'));
}
