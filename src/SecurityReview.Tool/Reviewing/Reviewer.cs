using System.Collections.Immutable;
using System.Diagnostics;
using SecurityReview.Tool.CommandLine;
using SecurityReview.Tool.Inventory;
using SecurityReview.Tool.Ledger;
using SecurityReview.Tool.Loading;
using SecurityReview.Tool.Reporting;

namespace SecurityReview.Tool.Reviewing;

/// <summary>Does the whole review: finds the target, restores and loads it, runs the rules over every project, and gathers the result.</summary>
internal sealed class Reviewer(ReviewRequest request, IReviewProgress progress)
{
    /// <exception cref="CannotReviewException">There is nothing that could be reviewed.</exception>
    public async Task<Review> RunAsync(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var target = await ReviewTargetFinder.FindAsync(request.Path, cancellation).ConfigureAwait(false);
        await SdkCheck.RunAsync(target, cancellation).ConfigureAwait(false);
        var restoreProblems = request.Restore ? await PackageRestore.RunAsync(target, progress, cancellation).ConfigureAwait(false) : [];
        using var loaded = await new SolutionLoader(progress).LoadAsync(target, cancellation).ConfigureAwait(false);
        var rules = ReviewRules.OfPackage(request.Rules);
        var reviews = await ReviewProjectsAsync(loaded, rules, cancellation).ConfigureAwait(false);
        var findings = FindingMerge.Merge(reviews.SelectMany(review => review.Findings))
            .Where(finding => finding.Severity >= request.LowestSeverity || finding.IsGap)
            .ToLookup(finding => finding.IsSuppressed);
        var problems = ProblemMerge.Merge([.. restoreProblems, .. loaded.Problems], reviews, target);
        var unresolved = ProjectModels.Unresolved(reviews);
        var reviewed = reviews.Where(review => !review.IsSilent).ToList();
        return new Review
        {
            Request = request,
            Target = target.Named,
            Rules = [.. rules.Descriptors],
            Findings = [.. findings[false]],
            SuppressedCount = findings[true].Count(),
            Problems = problems,
            Notes = ReviewNotes.For(target, loaded, request, reviews, unresolved, !problems.IsEmpty),
            UnresolvedRows = unresolved,
            Ledger = request.Ledger ? await LedgerAsync(target, reviews, cancellation).ConfigureAwait(false) : null,
            Inventory = request.Inventory ? EndpointInventory.Create(reviews.SelectMany(review => review.Endpoints)) : null,
            FileCount = reviewed.SelectMany(review => review.Files).Distinct(StringComparer.Ordinal).Count(),
            ProjectCount = reviewed.Select(review => review.Path).Distinct(StringComparer.Ordinal).Count(),
            Elapsed = clock.Elapsed,
        };
    }

    private async Task<DebtLedger> LedgerAsync(ReviewTarget target, ImmutableArray<ProjectReview> reviews, CancellationToken cancellation)
    {
        progress.Step("Asking git since when debts are there");
        var folder = Directory.Exists(target.Named) ? target.Named : Path.GetDirectoryName(target.Named)!;
        return await DebtLedger.CreateAsync(folder, reviews.SelectMany(review => review.Debts), cancellation).ConfigureAwait(false);
    }

    private async Task<ImmutableArray<ProjectReview>> ReviewProjectsAsync(LoadedSolution loaded, ReviewRules rules, CancellationToken cancellation)
    {
        var reviewer = new ProjectReviewer(rules, DateOnly.FromDateTime(DateTime.UtcNow), request.Ledger, request.Inventory);
        var reviews = ImmutableArray.CreateBuilder<ProjectReview>(loaded.Projects.Length);
        foreach (var project in loaded.Projects)
        {
            progress.Step($"Reviewing {project.Name} ({reviews.Count + 1} of {loaded.Projects.Length})");
            reviews.Add(await reviewer.ReviewAsync(project, cancellation).ConfigureAwait(false));
        }

        return reviews.ToImmutable();
    }
}
