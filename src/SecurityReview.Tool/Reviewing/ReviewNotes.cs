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
    /// <summary>How many rows of a model file a note lists; JSON and SARIF list all.</summary>
    private const int MostRows = 10;

    public static ImmutableArray<string> For(
        ReviewTarget target, LoadedSolution loaded, ReviewRequest request, ImmutableArray<ProjectReview> reviews, ImmutableArray<ModelRowUse> unresolved,
        bool hasProblems)
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
        foreach (var file in unresolved.GroupBy(row => row.Place.Path, StringComparer.Ordinal))
            notes.Add(Unresolved(Path.GetFileName(file.Key), [.. file]));
        return notes.ToImmutable();
    }

    /// <summary>One sentence per model file, since a file that serves many solutions may have many rows that say nothing here.</summary>
    private static string Unresolved(string file, ImmutableArray<ModelRowUse> rows)
    {
        var shown = string.Join("; ", rows.Take(MostRows).Select(row => $"line {row.Place.Line}, {row.Reason}"));
        var rest = rows.Length > MostRows ? $"; … and {rows.Length - MostRows} more" : "";
        return $"{Wording.Count(rows.Length, "row")} of {file} matched nothing: {shown}{rest}.";
    }

    private static string Names(IEnumerable<string> paths) => string.Join(", ", paths.Select(Path.GetFileName).Order(StringComparer.Ordinal));
}
