using SecurityReview.Tool.Reviewing;

namespace SecurityReview.Tool.Reporting;

/// <summary>What could not be analysed, and one line of result.</summary>
internal sealed class ShortReport : IReport
{
    /// <inheritdoc/>
    public void Write(Review review, ReportPaths paths, TextWriter writer)
    {
        foreach (var problem in review.Problems)
        {
            writer.WriteLine($"Could not analyse {paths.Show(problem.Path)}: {problem.Summary}.");
            foreach (var detail in problem.Details)
                writer.WriteLine("  " + paths.Shorten(detail));
        }

        var found = review.Findings.IsEmpty ? "Nothing found" : Wording.Counts(review.Findings);
        writer.WriteLine(review.Request.OutputPath is { } path ? $"{found}. The review is in {path}." : $"{found}.");
    }
}
