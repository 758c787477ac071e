using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;
using SecurityReview.Tool.Reporting;

namespace SecurityReview.Tool.Loading;

/// <summary>Loads the projects of a target with everything they reference, and keeps account of what did not load.</summary>
internal sealed class SolutionLoader(IReviewProgress progress)
{
    private readonly LoadFailures _failures = new();

    /// <summary>Loads what can be loaded.</summary>
    public async Task<LoadedSolution> LoadAsync(ReviewTarget target, CancellationToken cancellation)
    {
        var workspace = MSBuildWorkspace.Create();
        try
        {
            using var failures = workspace.RegisterWorkspaceFailedHandler(failure => Note(failure.Diagnostic));
            if (target.Solution is { } solution)
                await OpenAsync(solution, () => workspace.OpenSolutionAsync(solution, Progress(), cancellation)).ConfigureAwait(false);
            foreach (var project in target.Projects.Where(path => File.Exists(path) && !IsLoaded(workspace, path) && !_failures.Name(path)))
                await OpenAsync(project, () => workspace.OpenProjectAsync(project, Progress(), cancellation)).ConfigureAwait(false);
            return Loaded(workspace, target);
        }
        catch
        {
            workspace.Dispose();
            throw;
        }
    }

    private async Task OpenAsync(string path, Func<Task> open)
    {
        progress.Step($"Loading {Path.GetFileName(path)}");
        try
        {
            await open().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whatever keeps a project from loading is told to the user as that, not as a failure of the command.
            _failures.Add(path, exception.Message);
            progress.Detail(exception.ToString());
        }
    }

    /// <summary>What did not load at all is in the workspace as an empty project; to review that would say nothing about the code.</summary>
    private LoadedSolution Loaded(MSBuildWorkspace workspace, ReviewTarget target)
    {
        var wanted = target.Projects.ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        var projects = workspace.CurrentSolution.Projects
            .Where(project => project.Language == LanguageNames.CSharp)
            .OrderBy(project => project.FilePath, StringComparer.Ordinal).ThenBy(project => project.Name, StringComparer.Ordinal)
            .ToLookup(project => project.FilePath is { } path && wanted.Contains(path));
        foreach (var path in target.Projects.Where(path => !IsLoaded(workspace, path) && !_failures.Name(path)))
            _failures.Add(path, File.Exists(path) ? "The project was not loaded, for a reason that is not told." : "There is no such file.");
        return new LoadedSolution(
            workspace,
            [.. projects[true].Where(project => project.DocumentIds.Count > 0 || !_failures.Name(project.FilePath!))],
            [.. projects[false].Select(project => project.FilePath ?? project.Name).Distinct(StringComparer.Ordinal)],
            _failures.Problems(target));
    }

    private void Note(WorkspaceDiagnostic diagnostic)
    {
        if (diagnostic.Kind == WorkspaceDiagnosticKind.Failure)
            _failures.Add(diagnostic.Message);
        progress.Detail(diagnostic.ToString());
    }

    private static bool IsLoaded(Workspace workspace, string path) =>
        workspace.CurrentSolution.Projects.Any(project => string.Equals(project.FilePath, path, StringComparison.OrdinalIgnoreCase));

    private Progress<ProjectLoadProgress> Progress() => new(load =>
    {
        if (load.Operation == ProjectLoadOperation.Resolve)
            progress.Detail($"Loaded {load.FilePath} {load.TargetFramework} in {load.ElapsedTime.TotalSeconds:0.0} s");
    });
}
