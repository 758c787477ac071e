using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecurityReview.Benchmarks.Measuring;

/// <summary>
/// The same compile with the floor and with sets of analyzers, in turns: whatever else the machine does meets all of them. The ratio is taken
/// within each round, the median over the rounds. What others do on the machine only ever adds, so the ratio of the fastest compiles is printed beside it.
/// </summary>
internal sealed record PairedMeasurement(string Set, IReadOnlyList<double> Floor, IReadOnlyList<double> Measured, ImmutableArray<Diagnostic> Findings)
{
    /// <summary>Compiles before the clock starts: everything is jitted, every reference is read.</summary>
    private const int WarmUps = 2;

    private IEnumerable<double> Ratios => Measured.Zip(Floor, (measured, floor) => measured / floor);

    public double MedianRatio => Statistics.Median(Ratios);

    private double RatioOfFastest => Measured.Min() / Floor.Min();

    public static IReadOnlyList<PairedMeasurement> Of(CompileRun run, Func<ImmutableArray<DiagnosticAnalyzer>> floor, IReadOnlyList<AnalyzerSet> sets, int pairs)
    {
        for (var i = 0; i < WarmUps; i++)
        {
            run.Measure(floor);
            foreach (var set in sets)
                run.Measure(set.Create);
        }

        var floors = new List<double>();
        var measured = sets.Select(_ => new List<double>()).ToList();
        var findings = new ImmutableArray<Diagnostic>[sets.Count];
        for (var i = 0; i < pairs; i++)
        {
            // Who comes first alternates, so that a drift of the machine does not add to one side.
            var round = Enumerable.Range(-1, sets.Count + 1);
            foreach (var set in i % 2 == 0 ? round : round.Reverse())
            {
                if (set < 0)
                {
                    floors.Add(run.Measure(floor));
                    continue;
                }

                measured[set].Add(run.Measure(sets[set].Create));
                findings[set] = run.Findings;
            }
        }

        return [.. sets.Select((set, i) => new PairedMeasurement(set.Name, floors, measured[i], findings[i]))];
    }

    public void Print(double? limit)
    {
        Print($"  {Set}: {MedianRatio:F3} of the floor ({(limit is null ? "" : string.Create(CultureInfo.InvariantCulture, $"limit {limit:F2}; "))}quartiles {Statistics.Quantile(Ratios, 0.25):F3} to {Statistics.Quantile(Ratios, 0.75):F3}; {Floor.Count} rounds; fastest {RatioOfFastest:F3})");
        Print($"    CPU: floor {Statistics.Median(Floor):F2} s ({Statistics.Quantile(Floor, 0.25):F2} to {Statistics.Quantile(Floor, 0.75):F2}), with the rules {Statistics.Median(Measured):F2} s ({Statistics.Quantile(Measured, 0.25):F2} to {Statistics.Quantile(Measured, 0.75):F2})");
        Print($"    findings: {(Findings.IsEmpty ? "none" : string.Join(", ", Findings.GroupBy(finding => finding.Id).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key}")))}");
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
