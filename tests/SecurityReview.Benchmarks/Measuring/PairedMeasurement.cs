using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecurityReview.Benchmarks.Measuring;

/// <summary>
/// The same compile with the floor and with a set of analyzers, in turns: whatever else the machine does meets both. The ratio is taken
/// within each round, the median over the rounds.
/// </summary>
internal sealed record PairedMeasurement(string Set, IReadOnlyList<double> Floor, IReadOnlyList<double> Measured, ImmutableArray<Diagnostic> Findings)
{
    /// <summary>Compiles before the clock starts: everything is jitted, every reference is read.</summary>
    private const int WarmUps = 2;

    private IEnumerable<double> Ratios => Measured.Zip(Floor, (measured, floor) => measured / floor);

    public double MedianRatio => Statistics.Median(Ratios);

    public static IReadOnlyList<PairedMeasurement> Of(CompileRun run, Func<ImmutableArray<DiagnosticAnalyzer>> floor, IReadOnlyList<AnalyzerSet> sets, int pairs)
    {
        for (var i = 0; i < WarmUps; i++)
        {
            run.Measure(floor);
            foreach (var set in sets)
                run.Measure(set.Create);
        }

        var results = new List<PairedMeasurement>();
        foreach (var set in sets)
        {
            var (floors, measured) = (new List<double>(), new List<double>());
            ImmutableArray<Diagnostic> findings = [];
            for (var i = 0; i < pairs; i++)
            {
                // Who comes first alternates, so that a drift of the machine does not add to one side.
                if (i % 2 == 0)
                    floors.Add(run.Measure(floor));
                measured.Add(run.Measure(set.Create));
                findings = run.Findings;
                if (i % 2 == 1)
                    floors.Add(run.Measure(floor));
            }

            results.Add(new PairedMeasurement(set.Name, floors, measured, findings));
        }

        return results;
    }

    public void Print(double limit)
    {
        Print($"  {Set}: {MedianRatio:F3} of the floor (limit {limit:F2}; quartiles {Statistics.Quantile(Ratios, 0.25):F3} to {Statistics.Quantile(Ratios, 0.75):F3}; {Floor.Count} pairs)");
        Print($"    CPU: floor {Statistics.Median(Floor):F2} s ({Statistics.Quantile(Floor, 0.25):F2} to {Statistics.Quantile(Floor, 0.75):F2}), with the rules {Statistics.Median(Measured):F2} s ({Statistics.Quantile(Measured, 0.25):F2} to {Statistics.Quantile(Measured, 0.75):F2})");
        Print($"    findings: {(Findings.IsEmpty ? "none" : string.Join(", ", Findings.GroupBy(finding => finding.Id).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key}")))}");
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
