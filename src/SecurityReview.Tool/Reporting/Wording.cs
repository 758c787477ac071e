using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers;
using SecurityReview.Tool.Reviewing;

namespace SecurityReview.Tool.Reporting;

/// <summary>How things are called in reports.</summary>
internal static class Wording
{
    /// <summary>The five families, each of which has a section even if nothing was found.</summary>
    public static IReadOnlyList<RuleFamily> Families { get; } =
        [RuleFamily.DataAccess, RuleFamily.ExceptionHandling, RuleFamily.ContextValidation, RuleFamily.DeleteRace, RuleFamily.Todo];

    public static string Title(RuleFamily family) => family switch
    {
        RuleFamily.DataAccess => "Data access",
        RuleFamily.ExceptionHandling => "Exception handling",
        RuleFamily.ContextValidation => "Context validation",
        RuleFamily.DeleteRace => "Delete race",
        RuleFamily.Todo => "TODO",
        _ => "Review settings",
    };

    public static string Severity(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Info => "info",
        _ => "note",
    };

    /// <summary><c>2 warnings, 1 info</c>, the gravest first.</summary>
    public static string Counts(IEnumerable<Finding> findings) =>
        string.Join(", ", findings.GroupBy(finding => finding.Severity).OrderByDescending(group => group.Key)
            .Select(group => group.Key == DiagnosticSeverity.Info ? $"{group.Count()} info" : Count(group.Count(), Severity(group.Key))));

    /// <summary><c>1 file</c>, <c>2 files</c>.</summary>
    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
