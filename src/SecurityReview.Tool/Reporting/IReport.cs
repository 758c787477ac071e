using SecurityReview.Tool.Reviewing;

namespace SecurityReview.Tool.Reporting;

/// <summary>One way to write a review.</summary>
internal interface IReport
{
    /// <summary>Writes the whole review.</summary>
    void Write(Review review, ReportPaths paths, TextWriter writer);
}
