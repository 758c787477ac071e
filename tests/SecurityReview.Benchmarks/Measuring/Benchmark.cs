using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecurityReview.Benchmarks.Measuring;

/// <summary>Measures what the rules add to a compile, and prints it.</summary>
internal static class Benchmark
{
    /// <summary>0, or 1 where a limit is asked for and exceeded.</summary>
    public static int Run(BenchmarkOptions options)
    {
        var isOver = false;
        foreach (var workload in Workload.Of(options))
        {
            Print(workload.Title);
            var run = new CompileRun(workload);
            if (workload.MustCompile && run.Parse().GetDiagnostics().FirstOrDefault(item => item.Severity == DiagnosticSeverity.Error) is { } error)
                throw new InvalidOperationException($"The generated application does not compile: {error}");

            var sets = options.Only is { } name
                ? [new AnalyzerSet(name, () => AnalyzerSets.Named(name))]
                : (AnalyzerSet[])[new("all rules", AnalyzerSets.All), new("engine", AnalyzerSets.Engine)];
            var results = PairedMeasurement.Of(run, AnalyzerSets.Floor, sets, options.Pairs);
            foreach (var result in results)
            {
                result.Print(workload.Limit);
                // The limit is on the whole package; the engine's own share is there to know where the time goes.
                isOver |= result.Set == sets[0].Name && result.MedianRatio > workload.Limit;
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
