using System.Collections.Immutable;

namespace SecurityReview.Tool.Reviewing;

/// <summary>Puts problems in order, and leaves out what only repeats an earlier step.</summary>
internal static class ProblemMerge
{
    /// <summary>The problems, ordered by path and step; those of one project stand together.</summary>
    public static ImmutableArray<ReviewProblem> Merge(IEnumerable<ReviewProblem> problems)
    {
        var all = problems.OrderBy(problem => problem.Path, StringComparer.Ordinal).ThenBy(problem => problem.Kind).ToList();
        var restores = all.Where(problem => problem.Kind == ProblemKind.Restore).ToLookup(problem => problem.Path, StringComparer.Ordinal);
        return [.. all.Where(problem => problem.Kind != ProblemKind.Load || !Repeats(problem, restores[problem.Path]))];
    }

    /// <summary>Whoever loads a project says again what the restore has said about it.</summary>
    private static bool Repeats(ReviewProblem load, IEnumerable<ReviewProblem> restores) =>
        load.Details.All(detail => restores.Any(restore => restore.Details.Any(said => said.Contains(detail, StringComparison.Ordinal))));
}
