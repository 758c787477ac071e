using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Options;
using SecurityReview.Tool.CommandLine;
using SecurityReview.Tool.Loading;
using SecurityReview.Tool.Reporting;

namespace SecurityReview.Tool.Reviewing;

/// <summary>What was left out on purpose: a reader must be able to tell "nothing found" from "not looked at".</summary>
internal static class ReviewNotes
{
    public static ImmutableArray<string> For(
        ReviewTarget target, LoadedSolution loaded, ReviewRequest request, ImmutableArray<ProjectReview> reviews, bool hasProblems)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        if (!target.OtherProjects.IsEmpty)
            notes.Add($"Not reviewed, since not in C#: {Names(target.OtherProjects)}.");
        if (!loaded.NotReviewed.IsEmpty)
            notes.Add($"Not reviewed, since only referenced: {Names(loaded.NotReviewed)}. Name their solution or folder to review them too.");
        if (reviews.Any(review => review.IsSilent))
        {
            var tests = reviews.Where(review => review.IsSilent).Select(review => review.Path).Distinct(StringComparer.Ordinal);
            notes.Add($"Not reviewed, since for tests: {Names(tests)}. The option {ReviewOptions.IncludeTestProjects.Key} = true includes them.");
        }

        foreach (var complaint in ProblemMerge.Complaints(loaded.Problems, reviews, target))
            notes.Add($"{Path.GetFileName(complaint.Path)} was loaded completely, although something was said about it: {string.Join(" ", complaint.Details)}");
        if (!request.Rules.IsEmpty)
            notes.Add($"Only these rules ran: {string.Join(", ", request.Rules.Order(StringComparer.OrdinalIgnoreCase))}.");
        if (request.LowestSeverity > DiagnosticSeverity.Hidden)
            notes.Add($"Findings below the severity {Wording.Severity(request.LowestSeverity)} were left out, as asked.");
        if (!request.Restore && hasProblems)
            notes.Add("Packages were not restored, as asked; with a restore there may be fewer problems.");
        return notes.ToImmutable();
    }

    private static string Names(IEnumerable<string> paths) => string.Join(", ", paths.Select(Path.GetFileName).Order(StringComparer.Ordinal));
}
