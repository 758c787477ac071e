using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers;

public static partial class Descriptors
{
    private const string InvalidConfigurationTitle = "Invalid security review configuration";
    private const string InvalidConfigurationConsequence =
        "A setting that is not understood has no effect: the review would be quieter or louder than its owner believes.";

    public static readonly DiagnosticDescriptor InvalidConfiguration = Create(
        RuleIds.InvalidConfiguration,
        InvalidConfigurationTitle,
        "{0}",
        DiagnosticSeverity.Warning,
        InvalidConfigurationConsequence,
        [],
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor BudgetUsedUp = Create(
        RuleIds.BudgetUsedUp,
        "Place is not judged, since a budget was used up",
        "What reaches this place was not followed to its end: {0}; review it by hand",
        DiagnosticSeverity.Hidden,
        "The analysis of one place is limited, so that no build hangs. Where it gives up it says nothing about the code: there may be a weakness or none.",
        []);

    /// <summary>The same rule where it is reported while a file is typed: editors leave out analyzers that speak at the end of a compilation.</summary>
    internal static readonly DiagnosticDescriptor InvalidModel = Create(
        RuleIds.InvalidConfiguration,
        InvalidConfigurationTitle,
        "{0}",
        DiagnosticSeverity.Warning,
        InvalidConfigurationConsequence,
        []);
}
