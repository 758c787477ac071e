using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SecurityReview.Tool.Reviewing;

/// <summary>Tells that a project does not compile: what the compiler does not understand, the rules do not either.</summary>
internal static class CompileErrors
{
    private const int Shown = 5;

    /// <summary>The problem with the first errors; null if the project compiles.</summary>
    public static ReviewProblem? In(Project project, ImmutableArray<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Where(IsCompileError)
            .OrderBy(error => error.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(error => error.Location.SourceSpan.Start)
            .ToList();
        if (errors.Count == 0)
            return null;
        var details = errors.Take(Shown).Select(error => error.ToString()).ToList();
        if (errors.Count > Shown)
            details.Add($"… and {errors.Count - Shown} more");
        var count = errors.Count == 1 ? "1 error" : $"{errors.Count} errors";
        return new ReviewProblem(ProblemKind.Compile, project.FilePath ?? project.Name, $"{project.Name} does not compile ({count}), so findings may be missing", [.. details]);
    }

    /// <summary>Not a warning that the project's settings made an error of: the code is still understood.</summary>
    private static bool IsCompileError(Diagnostic diagnostic) =>
        diagnostic is { Severity: DiagnosticSeverity.Error, IsWarningAsError: false, IsSuppressed: false } &&
        diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.Compiler);
}
