using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers;

public static partial class Descriptors
{
    public static readonly DiagnosticDescriptor DeleteOutcomeIgnored = Create(
        RuleIds.DeleteOutcomeIgnored,
        "Outcome of a delete is ignored",
        "'{0}' on '{1}' tells whether the record was there and nobody reads it; handle the case that nothing was deleted",
        DiagnosticSeverity.Warning,
        "A delete that found nothing reports success: a lost race, a wrong id or a foreign record goes unnoticed.",
        [252, 367]);
}
