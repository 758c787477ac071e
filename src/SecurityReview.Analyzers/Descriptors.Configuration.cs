using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers;

public static partial class Descriptors
{
    public static readonly DiagnosticDescriptor InvalidConfiguration = Create(
        RuleIds.InvalidConfiguration,
        "Invalid security review configuration",
        "{0}",
        DiagnosticSeverity.Warning,
        "A setting that is not understood has no effect: the review would be quieter or louder than its owner believes.",
        [],
        WellKnownDiagnosticTags.CompilationEnd);
}
