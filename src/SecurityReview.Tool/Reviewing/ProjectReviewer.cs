using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.Options;
using SecurityReview.Tool.Inventory;
using SecurityReview.Tool.Ledger;

namespace SecurityReview.Tool.Reviewing;

/// <summary>Runs the rules over one project, with the settings of that project.</summary>
/// <param name="rules">The rules to run.</param>
/// <param name="today">What dates in comments are compared with.</param>
/// <param name="withLedger">Whether to read the debts of the code too.</param>
/// <param name="withInventory">Whether to read its endpoints too.</param>
internal sealed class ProjectReviewer(ReviewRules rules, DateOnly today, bool withLedger = false, bool withInventory = false)
{
    private readonly FindingFactory _findings = new(rules);

    public async Task<ProjectReview> ReviewAsync(Project project, CancellationToken cancellation)
    {
        project = ProjectModels.AddTo(project);
        var compilation = await project.GetCompilationAsync(cancellation).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"The project '{project.Name}' has no compilation.");
        var failures = new RuleFailures(project);
        var settings = project.AnalyzerOptions;
        var options = new AnalyzerOptions(settings.AdditionalFiles, new DatedOptionsProvider(settings.AnalyzerConfigOptionsProvider, today));
        var diagnostics = await DiagnosticsAsync(compilation, options, failures, cancellation).ConfigureAwait(false);
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var diagnostic in diagnostics.Where(rules.Include))
            findings.Add(await _findings.CreateAsync(project, diagnostic, failures, cancellation).ConfigureAwait(false));
        var problems = CompileErrors.In(project, diagnostics) is { } errors ? failures.Problems.Insert(0, errors) : failures.Problems;
        var isSilent = IsSilent(project, compilation);
        return new ProjectReview(
            project.FilePath ?? project.Name, findings.ToImmutable(), problems, SourceFiles(project),
            HasSources: project.DocumentIds.Count > 0, isSilent,
            await ProjectModels.RowsAsync(project, compilation, cancellation).ConfigureAwait(false))
        {
            Debts = withLedger && !isSilent ? LedgerReader.Read(project, compilation, options, findings, cancellation) : [],
            Endpoints = withInventory && !isSilent ? InventoryReader.Read(project, compilation, options, cancellation) : [],
        };
    }

    /// <summary>The diagnostics of the compiler and of the rules, in one pass over the code.</summary>
    private async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(
        Compilation compilation, AnalyzerOptions options, RuleFailures failures, CancellationToken cancellation)
    {
        var analysis = compilation.WithAnalyzers(rules.Analyzers, new CompilationWithAnalyzersOptions(
            options,
            onAnalyzerException: (exception, analyzer, _) => failures.Add(analyzer, exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: true));
        return await analysis.GetAllDiagnosticsAsync(cancellation).ConfigureAwait(false);
    }

    private static bool IsSilent(Project project, Compilation compilation) =>
        KnownTypes.Of(compilation).IsTestProject(project.AnalyzerOptions) &&
        !project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions.Get(ReviewOptions.IncludeTestProjects);

    private static ImmutableArray<string> SourceFiles(Project project)
    {
        var folder = Path.GetDirectoryName(project.FilePath) ?? "";
        return [.. project.Documents.Select(document => document.FilePath).OfType<string>().Where(path => !IsBuildOutput(Path.GetRelativePath(folder, path)))];
    }

    private static bool IsBuildOutput(string path) => path.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Contains("obj");
}
