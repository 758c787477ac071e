using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Benchmarks.Generation;

namespace SecurityReview.Benchmarks.Measuring;

/// <summary>Measures what the rules add to a compile, without and with SQL in the application, and prints it.</summary>
internal static class Benchmark
{
    /// <summary>The ratio to the floor that an application may cost in which there is nothing to find.</summary>
    public const double LimitWithoutSinks = 1.03;

    /// <summary>The ratio that one with SQL may cost.</summary>
    public const double LimitWithSinks = 1.10;

    /// <summary>0, or 1 where a limit is asked for and exceeded.</summary>
    public static int Run(BenchmarkOptions options)
    {
        var isOver = false;
        foreach (var sinks in options.Sinks == 0 ? [0] : (int[])[0, options.Sinks])
        {
            var application = GeneratedApplication.Create(options.Lines, sinks);
            if (options.Write is { } folder)
                application.WriteTo(Path.Combine(folder, sinks == 0 ? "without" : "with"));
            Print($"{(sinks == 0 ? "without sinks" : "with sinks")}: {application.Lines:N0} lines, {application.Files.Count:N0} files, {application.Sinks} SQL texts, {application.Injectable} of them injectable");
            var run = new CompileRun(application);
            if (run.Parse().GetDiagnostics().FirstOrDefault(item => item.Severity == DiagnosticSeverity.Error) is { } error)
                throw new InvalidOperationException($"The generated application does not compile: {error}");

            var limit = sinks == 0 ? LimitWithoutSinks : LimitWithSinks;
            var sets = options.Only is { } name
                ? [new AnalyzerSet(name, () => AnalyzerSets.Named(name))]
                : (AnalyzerSet[])[new("all rules", AnalyzerSets.All), new("engine", AnalyzerSets.Engine)];
            var results = PairedMeasurement.Of(run, AnalyzerSets.Floor, sets, options.Pairs);
            foreach (var result in results)
            {
                result.Print(limit);
                // The limit is on the whole package; the engine's own share is there to know where the time goes.
                isOver |= result.Set == sets[0].Name && result.MedianRatio > limit;
            }

            PrintShares(run, sets[0].Create());
        }

        return options.Check && isOver ? 1 : 0;
    }

    /// <summary>The time that the driver counts for each analyzer in a run of its own: clock time of its actions, summed over threads.</summary>
    private static void PrintShares(CompileRun run, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: true);
        var result = run.Parse().WithAnalyzers(analyzers, options).GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
        Print("  time in the actions of each analyzer (including those that a build leaves out):");
        foreach (var (analyzer, telemetry) in result.AnalyzerTelemetryInfo.OrderByDescending(pair => pair.Value.ExecutionTime))
            Print($"    {analyzer.GetType().Name,-32} {telemetry.ExecutionTime.TotalMilliseconds,8:F0} ms");
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static void Print(string line) => Console.WriteLine(line);
}
