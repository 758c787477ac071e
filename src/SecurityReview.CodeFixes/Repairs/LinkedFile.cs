using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.CodeFixes.Repairs;

/// <summary>
/// A file that several projects or target frameworks compile has one text. Left alone, a workspace that finds two different repairs of
/// it writes both, with merge comments between them.
/// </summary>
internal static class LinkedFile
{
    /// <summary>
    /// The solution in which every document of the file has the same text: all repairs together, or else those of one project, the
    /// first that brings no new compile error to any project that compiles the file. Where each does, the file stays as it was.
    /// </summary>
    /// <param name="candidates">The file as repaired in each of its projects, all against <paramref name="solution"/>.</param>
    /// <param name="shares">The same, but each with only those findings repaired that no project before it repairs.</param>
    public static async Task<Solution> WithOneTextAsync(
        Solution solution, ImmutableArray<Document> candidates, ImmutableArray<Document> shares, CancellationToken cancellation)
    {
        var texts = new List<SourceText>();
        foreach (var candidate in candidates)
        {
            var text = await candidate.GetTextAsync(cancellation).ConfigureAwait(false);
            if (!texts.Any(known => known.ContentEquals(text)))
                texts.Add(text);
        }

        if (texts.Count == 0)
            return solution;
        var first = candidates[0];
        var ids = solution.GetDocument(first.Id)?.GetLinkedDocumentIds().Add(first.Id) ?? ImmutableArray.Create(first.Id);
        if (ids.Length == 1)
            return solution.WithDocumentText(first.Id, texts[0]);
        if (texts.Count > 1 && await MergeAsync(solution, shares, cancellation).ConfigureAwait(false) is { } merged)
            texts.Insert(0, merged);

        var errorsBefore = await ErrorsAsync(solution, ids, cancellation).ConfigureAwait(false);
        foreach (var text in texts)
        {
            var repaired = solution;
            foreach (var id in ids)
                repaired = repaired.WithDocumentText(id, text);
            var errors = await ErrorsAsync(repaired, ids, cancellation).ConfigureAwait(false);
            if (ids.All(id => errors[id] <= errorsBefore[id]))
                return repaired;
        }

        return solution;
    }

    /// <summary>The changes of all shares. One that meets a change of an earlier share is left out as a whole: half a repair is none.</summary>
    private static async Task<SourceText?> MergeAsync(Solution solution, ImmutableArray<Document> shares, CancellationToken cancellation)
    {
        SourceText? text = null;
        var merged = new List<TextChange>();
        foreach (var share in shares)
        {
            if (solution.GetDocument(share.Id) is not { } original)
                continue;
            text ??= await original.GetTextAsync(cancellation).ConfigureAwait(false);

            // Not of the texts: one that was written anew from syntax counts as changed from end to end.
            var changes = await share.GetTextChangesAsync(original, cancellation).ConfigureAwait(false);
            var others = changes.Where(change => !merged.Contains(change)).ToList();
            if (!others.Any(change => merged.Any(known => known.Span.IntersectsWith(change.Span))))
                merged.AddRange(others);
        }

        return text?.WithChanges(merged.OrderBy(change => change.Span.Start));
    }

    private static async Task<Dictionary<DocumentId, int>> ErrorsAsync(Solution solution, ImmutableArray<DocumentId> ids, CancellationToken cancellation)
    {
        var errors = new Dictionary<DocumentId, int>();
        foreach (var id in ids)
        {
            var model = solution.GetDocument(id) is { } document ? await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) : null;
            errors[id] = model?.GetDiagnostics(cancellationToken: cancellation).Count(item => item.Severity == DiagnosticSeverity.Error) ?? 0;
        }

        return errors;
    }
}
