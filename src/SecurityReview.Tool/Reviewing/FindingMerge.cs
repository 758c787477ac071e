namespace SecurityReview.Tool.Reviewing;

/// <summary>
/// Puts together what is one finding to a reader: a project that targets several frameworks and a file that is linked into several
/// projects are compiled, and so analysed, more than once.
/// </summary>
internal static class FindingMerge
{
    /// <summary>The findings, each once, ordered by family, place and rule.</summary>
    public static IEnumerable<Finding> Merge(IEnumerable<Finding> findings) =>
        findings.GroupBy(finding => finding.Identity).Select(One)
            .OrderBy(finding => finding.Family)
            .ThenBy(finding => finding.Place?.Path, StringComparer.Ordinal)
            .ThenBy(finding => finding.Place?.Line)
            .ThenBy(finding => finding.Place?.Column)
            .ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal);

    /// <summary>The gravest of them; suppressed only if it is everywhere.</summary>
    private static Finding One(IEnumerable<Finding> same)
    {
        var all = same.OrderBy(finding => finding.IsSuppressed).ThenByDescending(finding => finding.Severity).ToList();
        return all[0] with
        {
            Fix = all.Select(finding => finding.Fix).FirstOrDefault(fix => fix is not null),
            Projects = [.. all.SelectMany(finding => finding.Projects).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
    }
}
