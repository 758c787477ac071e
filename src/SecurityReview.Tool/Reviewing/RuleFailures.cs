using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecurityReview.Tool.Reviewing;

/// <summary>Exceptions of analyzers and fixers in one project: mistakes of this package, which are told and never lost. Thread-safe.</summary>
internal sealed class RuleFailures(Project project)
{
    private readonly ConcurrentDictionary<string, ReviewProblem> _problems = new(StringComparer.Ordinal);

    /// <summary>The failures, each once, in a stable order.</summary>
    public ImmutableArray<ReviewProblem> Problems => [.. _problems.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)];

    /// <summary>Adds what an analyzer threw; it threw for one piece of code and may have for more.</summary>
    public void Add(DiagnosticAnalyzer analyzer, Exception exception)
    {
        var ids = string.Join(", ", analyzer.SupportedDiagnostics.Select(rule => rule.Id));
        Add($"the analyzer of {ids} failed, so findings may be missing", exception);
    }

    /// <summary>Adds what a fixer threw when asked about a finding.</summary>
    public void AddFix(Diagnostic diagnostic, Exception exception) =>
        Add($"the fixer of {diagnostic.Id} failed at {diagnostic.Location.GetLineSpan()}", exception);

    private void Add(string what, Exception exception) =>
        _problems.TryAdd(
            what + exception.GetType().FullName,
            new ReviewProblem(ProblemKind.Rule, project.FilePath ?? project.Name, what, [$"{exception.GetType().Name}: {exception.Message}"]) { Trace = exception.ToString() });
}
