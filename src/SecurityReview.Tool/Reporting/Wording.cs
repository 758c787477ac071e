using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.ContextValidation.Ownership;
using SecurityReview.Analyzers.Endpoints.Authorization;
using SecurityReview.Tool.Ledger;
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

    /// <summary>The heading of a group of the ledger.</summary>
    public static string Title(LedgerState state) => state switch
    {
        LedgerState.Expired => "Expired",
        LedgerState.Security => "About security, without a ticket",
        LedgerState.Disabled => "Security controls that are switched off",
        LedgerState.Undecided => "Security decisions that are not written",
        LedgerState.Suppressed => "Security suppressions without a reason",
        LedgerState.Untracked => "Owned by nobody",
        LedgerState.Unfilled => "Waiting for a name, a ticket or a day",
        _ => "Tracked",
    };

    /// <summary>The heading of a group of the inventory.</summary>
    public static string Title(AuthorizationKind kind) => kind switch
    {
        AuthorizationKind.None => "Open: nothing decides who may call",
        AuthorizationKind.Unknown => "Not known: decided elsewhere, if at all",
        AuthorizationKind.Anonymous => "Open on purpose",
        AuthorizationKind.Authenticated => "For callers that are signed in",
        _ => "For callers with a role, claim or policy",
    };

    /// <summary>Whether ownership is checked; empty where there is nothing that somebody owns.</summary>
    public static string Answer(OwnershipAnswer answer) => answer switch
    {
        OwnershipAnswer.Unchecked => "no",
        OwnershipAnswer.Unknown => "unknown",
        OwnershipAnswer.Privileged => "by privilege",
        OwnershipAnswer.Checked => "yes",
        _ => "",
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
    public static string Count(int count, string noun) => Count(count, noun, noun + "s");

    /// <summary><c>1 entry</c>, <c>2 entries</c>.</summary>
    public static string Count(int count, string noun, string plural) => count == 1 ? $"1 {noun}" : $"{count} {plural}";
}
