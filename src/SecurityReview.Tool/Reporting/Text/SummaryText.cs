using System.Globalization;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers;
using SecurityReview.Tool.CommandLine;
using SecurityReview.Tool.Reviewing;
using Spectre.Console;

namespace SecurityReview.Tool.Reporting.Text;

/// <summary>The end of the review: counts per family, what was looked at, and what the exit code says.</summary>
internal sealed class SummaryText(StyledText text)
{
    public void Write(Review review)
    {
        text.Line();
        text.Heading("Summary", string.Create(CultureInfo.InvariantCulture, $"{review.Elapsed.TotalSeconds:0.0} s"), Styles.Dim);
        text.Line();
        foreach (var family in Wording.Families)
            WriteFamily(review, family);
        if (review.Findings.Any(finding => finding.Family == RuleFamily.Configuration && !finding.IsGap))
            WriteFamily(review, RuleFamily.Configuration);
        text.Line();
        text.Line(($"  {Wording.Count(review.FileCount, "file")} in {Wording.Count(review.ProjectCount, "project")} reviewed{Suppressed(review)}.", Styles.Plain));
        if (review.NotJudged.Any())
            text.Wrapped(("  ", Styles.Plain), $"{Wording.Count(review.NotJudged.Count(), "place")} could not be judged; see \"Not judged\".", Styles.Bad);
        foreach (var note in review.Notes)
            text.Wrapped(("  ", Styles.Plain), note, Styles.Dim);
        var (result, style) = Result(review);
        text.Wrapped(("  ", Styles.Plain), result, style);
    }

    private void WriteFamily(Review review, RuleFamily family)
    {
        var findings = review.Findings.Where(finding => finding.Family == family && !finding.IsGap).ToList();
        var (counts, style) = (findings.Count, review.Covers(family)) switch
        {
            (> 0, _) => (Wording.Counts(findings), Styles.Severity(findings.Max(finding => finding.Severity))),
            (_, true) => ("nothing found", Styles.Good),
            _ => ("not reviewed", Styles.Dim),
        };
        text.Line(($"  {Wording.Title(family),-22}", Styles.Plain), (counts, style));
    }

    private static string Suppressed(Review review) =>
        review.SuppressedCount == 0 ? "" : $"; {Wording.Count(review.SuppressedCount, "finding")} suppressed in the code";

    private static (string Text, Style Style) Result(Review review)
    {
        var threshold = $"of severity {Wording.Severity(review.Request.Threshold)}{(review.Request.Threshold < DiagnosticSeverity.Error ? " or above" : "")}";
        var found = review.CountAtThreshold == 0
            ? $"No finding {threshold}"
            : $"{Wording.Count(review.CountAtThreshold, "finding")} {threshold}";
        var broken = review.Problems.Select(problem => problem.Path).Distinct(StringComparer.Ordinal).Count();
        var gap = broken == 0 ? "" : $"; {Wording.Count(broken, "project")} could not be analysed completely";
        var style = review.ExitCode switch
        {
            ExitCodes.Clean => Styles.Good,
            ExitCodes.Findings => Styles.Severity(DiagnosticSeverity.Warning),
            _ => Styles.Bad,
        };
        return ($"{found}{gap}. Exit code {review.ExitCode}.", style);
    }
}
