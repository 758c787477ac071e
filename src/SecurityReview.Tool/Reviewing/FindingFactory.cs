using Microsoft.CodeAnalysis;

namespace SecurityReview.Tool.Reviewing;

/// <summary>Makes findings of the diagnostics that the rules report.</summary>
internal sealed class FindingFactory(ReviewRules rules)
{
    private readonly FixLookup _fixes = new(rules);

    /// <param name="project">The project in which the diagnostic was reported.</param>
    /// <param name="diagnostic">A diagnostic of a rule of the review.</param>
    /// <param name="failures">Takes what a fixer throws.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<Finding> CreateAsync(Project project, Diagnostic diagnostic, RuleFailures failures, CancellationToken cancellation)
    {
        string? fix = null;
        try
        {
            fix = diagnostic.IsSuppressed ? null : await _fixes.TitleAsync(project, diagnostic, cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            failures.AddFix(diagnostic, exception);
        }

        return new Finding
        {
            Rule = diagnostic.Descriptor,
            Severity = diagnostic.Severity,
            Message = diagnostic.GetMessage(),
            Place = CodePlace.Of(diagnostic.Location, cancellation),
            Steps = [.. diagnostic.AdditionalLocations.Select(location => CodePlace.Of(location, cancellation)).OfType<CodePlace>()],
            Fix = fix,
            IsSuppressed = diagnostic.IsSuppressed,
            Projects = [project.Name],
        };
    }
}
