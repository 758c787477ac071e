using SecurityReview.Analyzers;
using SecurityReview.Tool.Reviewing;

namespace SecurityReview.Tool.Reporting.Text;

/// <summary>The review for people: a section per family, what could not be analysed, a summary.</summary>
internal sealed class TextReport(TextLook look) : IReport
{
    /// <inheritdoc/>
    public void Write(Review review, ReportPaths paths, TextWriter writer)
    {
        var text = new StyledText(look, writer);
        text.Line();
        text.Line(("Security review of ", Styles.Heading), (paths.StartAtCurrentFolder ? paths.Show(review.Target) : review.Target, Styles.Heading));
        foreach (var family in Wording.Families)
            WriteSection(review, family, paths, text);
        if (review.Findings.Any(finding => finding.Family == RuleFamily.Configuration && !finding.IsGap))
            WriteSection(review, RuleFamily.Configuration, paths, text);
        if (review.Ledger is { } ledger)
            new LedgerText(text, paths, look).Write(ledger);
        if (review.Inventory is { } inventory)
            new InventoryText(text, paths, look).Write(inventory);
        WriteNotJudged(review, paths, text);
        WriteProblems(review, paths, text);
        new SummaryText(text).Write(review);
    }

    private void WriteSection(Review review, RuleFamily family, ReportPaths paths, StyledText text)
    {
        var findings = review.Findings.Where(finding => finding.Family == family && !finding.IsGap).ToList();
        text.Line();
        if (!review.Covers(family))
        {
            text.Heading(Wording.Title(family), "not reviewed", Styles.Dim);
            text.Line(("  None of its rules was asked for.", Styles.Dim));
            return;
        }

        if (findings.Count == 0)
        {
            text.Heading(Wording.Title(family), "0 findings", Styles.Good);
            text.Line((review.Problems.IsEmpty ? "  Nothing found." : "  Nothing found in what could be analysed.", Styles.Dim));
            return;
        }

        text.Heading(Wording.Title(family), Wording.Count(findings.Count, "finding"), Styles.Severity(findings.Max(finding => finding.Severity)));
        var explained = new HashSet<string>(StringComparer.Ordinal);
        foreach (var finding in findings)
        {
            text.Line();
            new FindingText(text, paths, look).Write(finding, explain: explained.Add(finding.Rule.Id));
        }
    }

    /// <summary>A line per place: what is there is not known, so there is no code to show and nothing to repair.</summary>
    private static void WriteNotJudged(Review review, ReportPaths paths, StyledText text)
    {
        var gaps = review.NotJudged.ToList();
        if (gaps.Count == 0)
            return;
        text.Line();
        text.Heading("Not judged", Wording.Count(gaps.Count, "place"), Styles.Bad);
        foreach (var gap in gaps)
        {
            text.Line();
            if (gap.Place is { } place)
                text.Line(("  ", Styles.Plain), ($"{paths.Show(place.Path)}:{place.Line}:{place.Column}", Styles.Path));
            text.Wrapped(("    ", Styles.Plain), gap.Message, Styles.Plain);
        }
    }

    private static void WriteProblems(Review review, ReportPaths paths, StyledText text)
    {
        if (review.Problems.IsEmpty)
            return;
        var projects = review.Problems.GroupBy(problem => problem.Path, StringComparer.Ordinal).ToList();
        text.Line();
        text.Heading("Could not analyse", Wording.Count(projects.Count, "project"), Styles.Bad);
        foreach (var project in projects)
        {
            text.Line();
            text.Line(("  ", Styles.Plain), (paths.Show(project.Key), Styles.Path));
            foreach (var problem in project)
                WriteProblem(problem, review.Request.Verbose, paths, text);
        }
    }

    private static void WriteProblem(ReviewProblem problem, bool verbose, ReportPaths paths, StyledText text)
    {
        text.Wrapped(("    ", Styles.Plain), problem.Summary + ":", Styles.Bad);
        var details = verbose && problem.Trace is { } trace ? trace.Split('\n') : [.. problem.Details];
        foreach (var detail in details)
            text.Wrapped(("      ", Styles.Plain), paths.Shorten(detail.TrimEnd()), Styles.Plain);
    }
}
