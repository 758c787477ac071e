using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecurityReview.Analyzers.Tests.Verifiers;

/// <summary>The findings of an analyzer, for a Fix All. Compile errors and a throwing analyzer fail the test.</summary>
internal sealed class FixAllFindings<TAnalyzer> : FixAllContext.DiagnosticProvider
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>The findings of a project, by their place.</summary>
    public static async Task<ImmutableArray<Diagnostic>> OfAsync(Project project, CancellationToken cancellation)
    {
        var compilation = await project.GetCompilationAsync(cancellation);
        Assert.Empty(compilation!.GetDiagnostics(cancellation).Where(item => item.Severity == DiagnosticSeverity.Error));
        var findings = await compilation.WithAnalyzers([new TAnalyzer()], project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(cancellation);
        Assert.DoesNotContain(findings, finding => finding.Id == "AD0001");
        return [.. findings.OrderBy(finding => finding.Location.SourceSpan.Start)];
    }

    /// <inheritdoc/>
    public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
        await OfAsync(project, cancellationToken);

    /// <inheritdoc/>
    public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
        await OfAsync(document.Project, cancellationToken);

    /// <inheritdoc/>
    public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
        Task.FromResult(Enumerable.Empty<Diagnostic>());
}
