using System.Collections.Immutable;
using SecurityReview.Tool.Reporting;
using SecurityReview.Tool.Reviewing;

namespace SecurityReview.Tool.Loading;

/// <summary>
/// Restores the packages of the target: code whose references are missing is analysed wrongly. The restore itself finds out, quickly,
/// when nothing is to do.
/// </summary>
internal static class PackageRestore
{
    /// <summary>Restores what it can; returns what could not be restored.</summary>
    public static async Task<ImmutableArray<ReviewProblem>> RunAsync(ReviewTarget target, IReviewProgress progress, CancellationToken cancellation)
    {
        if (target.Solution is { } solution)
        {
            progress.Step($"Restoring packages of {Path.GetFileName(solution)}");
            var whole = await RestoreAsync(solution, cancellation).ConfigureAwait(false);
            progress.Detail(whole.Output);
            if (whole.Succeeded)
                return [];
        }

        // One broken project keeps a whole solution from being restored; one by one the others get their packages.
        var problems = ImmutableArray.CreateBuilder<ReviewProblem>();
        foreach (var project in target.Projects.Where(File.Exists))
        {
            progress.Step($"Restoring packages of {Path.GetFileName(project)}");
            var result = await RestoreAsync(project, cancellation).ConfigureAwait(false);
            progress.Detail(result.Output);
            if (!result.Succeeded)
                problems.Add(new ReviewProblem(ProblemKind.Restore, project, "its packages could not be restored", [.. result.ErrorLines()]));
        }

        return problems.ToImmutable();
    }

    private static Task<DotnetResult> RestoreAsync(string path, CancellationToken cancellation) =>
        DotnetCommand.RunAsync(Path.GetDirectoryName(path)!, ["restore", path, "-v:quiet", "-nologo", "-tl:off"], cancellation);
}
