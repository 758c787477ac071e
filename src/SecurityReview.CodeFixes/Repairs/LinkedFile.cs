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
    public static async Task<Solution> WithOneTextAsync(Solution solution, ImmutableArray<Document> candidates, CancellationToken cancellation)
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
        if (texts.Count > 1 && solution.GetDocument(first.Id) is { } original)
            texts.Insert(0, Merge(await original.GetTextAsync(cancellation).ConfigureAwait(false), texts));

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

    /// <summary>The changes of all texts; where two touch the same place the earlier text wins.</summary>
    private static SourceText Merge(SourceText original, List<SourceText> texts)
    {
        var merged = new List<TextChange>();
        foreach (var text in texts)
        {
            foreach (var change in text.GetTextChanges(original))
            {
                if (!merged.Any(known => known.Span.IntersectsWith(change.Span)))
                    merged.Add(change);
            }
        }

        return original.WithChanges(merged.OrderBy(change => change.Span.Start));
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
