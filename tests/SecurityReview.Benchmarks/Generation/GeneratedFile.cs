namespace SecurityReview.Benchmarks.Generation;

/// <summary>One source file of the generated application.</summary>
internal sealed record GeneratedFile(string Path, string Text)
{
    /// <summary>The number of lines, blank ones included, as an editor counts them.</summary>
    public int Lines { get; } = Text.AsSpan().Count('\n');
}
