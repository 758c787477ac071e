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

    /// <summary>The same rule where it is reported while a file is typed: editors leave out analyzers that speak at the end of a compilation.</summary>
    internal static readonly DiagnosticDescriptor InvalidModel = Create(
        RuleIds.InvalidConfiguration,
        InvalidConfigurationTitle,
        "{0}",
        DiagnosticSeverity.Warning,
        InvalidConfigurationConsequence,
        []);
}
