using System.Collections.Immutable;
using SecurityReview.Tool.Loading;

namespace SecurityReview.Tool.Reviewing;

/// <summary>Puts problems in order, and leaves out what only repeats an earlier step.</summary>
internal static class ProblemMerge
{
    /// <summary>The problems, ordered by path and step; those of one project stand together.</summary>
    public static ImmutableArray<ReviewProblem> Merge(IEnumerable<ReviewProblem> problems, IReadOnlyCollection<ProjectReview> reviews, ReviewTarget target)
    {
        var all = problems.Concat(reviews.SelectMany(review => review.Problems))
            .OrderBy(problem => problem.Path, StringComparer.Ordinal).ThenBy(problem => problem.Kind).ToList();
        var restores = all.Where(problem => problem.Kind == ProblemKind.Restore).ToLookup(problem => problem.Path, StringComparer.Ordinal);
        var complaints = Complaints(all, reviews, target);
        return [.. all.Except(complaints).Where(problem => problem.Kind != ProblemKind.Load || !Repeats(problem, restores[problem.Path]))];
    }

    /// <summary>
    /// What was said while projects were loaded that are complete nevertheless: they have sources, and these compile. Some targets fail only
    /// when a project is loaded rather than built. The same goes for a project that is only referenced, if all that was to be reviewed compiles.
    /// </summary>
    public static ImmutableArray<ReviewProblem> Complaints(IEnumerable<ReviewProblem> problems, IReadOnlyCollection<ProjectReview> reviews, ReviewTarget target)
    {
        var compiled = reviews.GroupBy(review => review.Path, StringComparer.Ordinal)
            .Where(project => project.All(review => review.HasSources && review.Problems.All(problem => problem.Kind != ProblemKind.Compile)))
            .Select(project => project.Key).ToImmutableHashSet(StringComparer.Ordinal);
        var allCompile = reviews.All(review => compiled.Contains(review.Path));
        return [.. problems.Where(problem => problem.Kind == ProblemKind.Load &&
            (compiled.Contains(problem.Path) || (allCompile && problem.Path != target.Named && !target.Projects.Contains(problem.Path))))];
    }

    /// <summary>Whoever loads a project says again what the restore has said about it.</summary>
    private static bool Repeats(ReviewProblem load, IEnumerable<ReviewProblem> restores) =>
        load.Details.All(detail => restores.Any(restore => restore.Details.Any(said => said.Contains(detail, StringComparison.Ordinal))));
}
