using SecurityReview.Benchmarks.Generation;
using SecurityReview.Benchmarks.Sources;

namespace SecurityReview.Benchmarks.Measuring;

/// <summary>Sources to measure a compile of.</summary>
/// <param name="Title">What is printed above the measurement.</param>
/// <param name="Files">Path and text, in the order in which they are compiled.</param>
/// <param name="Limit">What the rules may cost, as a ratio to the floor; null where nothing is promised.</param>
/// <param name="MustCompile">Whether an error is a fault of the benchmark. Sources from elsewhere lack references and what was generated at build; their bodies are bound and analysed all the same.</param>
internal sealed record Workload(string Title, IReadOnlyList<(string Path, string Text)> Files, double? Limit, bool MustCompile)
{
    /// <summary>The ratio to the floor that an application may cost in which there is nothing to find.</summary>
    private const double LimitWithoutSinks = 1.03;

    /// <summary>The ratio that one with SQL may cost.</summary>
    private const double LimitWithSinks = 1.10;

    /// <summary>The folders that the options name, or the two generated applications.</summary>
    /// <exception cref="ArgumentException">A folder does not exist.</exception>
    public static IEnumerable<Workload> Of(BenchmarkOptions options)
    {
        if (options.Sources is { } folders)
            return folders.SelectMany(folder => SourceSets.Below(folder, "")).Select(Found);
        return new[] { 0, options.Sinks }.Distinct().Select(sinks => Generated(options, sinks));
    }

    private static Workload Generated(BenchmarkOptions options, int sinks)
    {
        var application = GeneratedApplication.Create(options.Lines, sinks);
        if (options.Write is { } folder)
            application.WriteTo(Path.Combine(folder, sinks == 0 ? "without" : "with"));
        return new Workload(
            FormattableString.Invariant($"{(sinks == 0 ? "without sinks" : "with sinks")}: {application.Lines:N0} lines, {application.Files.Count:N0} files, {application.Sinks} SQL texts, {application.Injectable} of them injectable"),
            [.. application.Files.Select(file => (file.Path, file.Text))],
            sinks == 0 ? LimitWithoutSinks : LimitWithSinks,
            MustCompile: true);
    }

    private static Workload Found(SourceSet target) =>
        new(FormattableString.Invariant($"{target.Name}: {target.Lines:N0} lines, {target.Files.Count:N0} files"), [.. target.FilesAndUsings], Limit: null, MustCompile: false);
}
