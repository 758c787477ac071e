using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers;

public static partial class Descriptors
{
    public static readonly DiagnosticDescriptor UntrackedTodo = Create(
        RuleIds.UntrackedTodo,
        "Untracked TODO",
        "{0} has no {1}{2}; name one, so that the work is not forgotten",
        DiagnosticSeverity.Info,
        "Work that nobody owns is not done; near security it stays a hole.",
        [546]);

    public static readonly DiagnosticDescriptor SecurityTodo = Create(
        RuleIds.SecurityTodo,
        "Security-relevant TODO without a ticket",
        "{0} is about security ('{1}') and has no ticket{2}; name the one that tracks it, or do it now",
        DiagnosticSeverity.Warning,
        "A gap that somebody saw and nobody planned to close ships with the program.",
        [546]);

    public static readonly DiagnosticDescriptor ExpiredTodo = Create(
        RuleIds.ExpiredTodo,
        "Expired TODO",
        "{0} {1}{2}; do it, or agree on a new time",
        DiagnosticSeverity.Warning,
        "What was meant for a while has become permanent: a workaround, an old algorithm, an open door.",
        [546]);

    public static readonly DiagnosticDescriptor DisabledControl = Create(
        RuleIds.DisabledControl,
        "Security control is commented out or stubbed",
        "{0}; {1}",
        DiagnosticSeverity.Warning,
        "What was switched off for an afternoon lets everybody pass from then on, and nothing fails that would tell.",
        [489, 862]);

    public static readonly DiagnosticDescriptor UnreasonedSuppression = Create(
        RuleIds.UnreasonedSuppression,
        "Security suppression without a reason",
        "The suppression of {0} {1}; {2}",
        DiagnosticSeverity.Info,
        "A suppression that nobody can check again hides the next mistake as well.",
        [1164]);
}
