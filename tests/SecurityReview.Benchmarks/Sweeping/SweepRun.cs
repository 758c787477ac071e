using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using SecurityReview.Benchmarks.Measuring;
using SecurityReview.Benchmarks.Sources;

namespace SecurityReview.Benchmarks.Sweeping;

/// <summary>Runs every rule over many sources, complete and broken ones; an exception of an analyzer fails it.</summary>
internal static class SweepRun
{
    public static async Task<int> RunAsync(BenchmarkOptions options)
    {
        var targets = options.Sweep is { Count: > 0 } folders
            ? folders.SelectMany(folder => SourceSets.Below(folder, ""))
            : SweepTargets.Usual(options.Lines, options.Sinks);
        var against = options.Findings is null ? SweepReferences.All : SweepReferences.All.Take(1).ToList();
        using var list = options.Findings is null ? TextWriter.Null : new StreamWriter(options.Findings);
        var clock = Stopwatch.StartNew();
        var (count, files, lines) = (0, 0, 0);
        var findings = against.ToDictionary(references => references, _ => new SortedDictionary<string, int>(StringComparer.Ordinal));
        var exceptions = new List<string>();
        foreach (var target in targets)
        {
            var seconds = new List<string>();
            foreach (var references in against)
            {
                var watch = Stopwatch.StartNew();
                var result = await SweepResult.OfAsync(target, references, options.Only is null ? AnalyzerSets.All() : AnalyzerSets.Named(options.Only)).ConfigureAwait(false);
                seconds.Add(Invariant($"{watch.Elapsed.TotalSeconds:F1} s {references.Name}"));
                foreach (var finding in result.Findings)
                {
                    findings[references][finding.Id] = findings[references].GetValueOrDefault(finding.Id) + 1;
                    await list.WriteLineAsync($"{target.Name}: {finding.Id} {PlaceOf(finding.Location)}: {finding.GetMessage(CultureInfo.InvariantCulture)}").ConfigureAwait(false);
                }

                exceptions.AddRange(result.Exceptions.Select(exception => $"{target.Name}, {references.Name}: {exception}"));
            }

            Console.WriteLine(Invariant($"{target.Name}: {target.Files.Count:N0} files, {target.Lines:N0} lines; {string.Join(", ", seconds)}"));
            (count, files, lines) = (count + 1, files + target.Files.Count, lines + target.Lines);
        }

        foreach (var (references, found) in findings)
            Console.WriteLine($"findings with {references.Name}: {(found.Count == 0 ? "none" : string.Join(", ", found.Select(pair => $"{pair.Value} {pair.Key}")))}");
        foreach (var exception in exceptions)
            Console.WriteLine("exception: " + exception);
        Console.WriteLine(Invariant($"{count} compilations, {files:N0} files, {lines:N0} lines, each with {string.Join(", ", against.Select(references => references.Name))}: {exceptions.Count} analyzer exceptions in {clock.Elapsed.TotalSeconds:F0} s"));
        return exceptions.Count == 0 ? 0 : 1;
    }

    private static string PlaceOf(Location location) =>
        location.GetLineSpan() is { IsValid: true } span ? Invariant($"{span.Path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1})") : "everywhere";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
