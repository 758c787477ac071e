using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;
using SecurityReview.Analyzers.Bodies;

namespace SecurityReview.CodeFixes.Repairs;

/// <summary>Plans and applies the repairs of one document.</summary>
internal static class DocumentRepair
{
    /// <summary>The repairs that a fixer offers for a finding; empty where the document has no C# tree or is generated, or no repair is certain.</summary>
    public static async Task<ImmutableArray<Repair>> PlanAsync(
        ReviewFixProvider fixer, Document document, Diagnostic diagnostic, RepairPass pass, CancellationToken cancellation)
    {
        // The generator would write over it: the page itself is no C#.
        if (document is SourceGeneratedDocument || PageCode.Contains(diagnostic.Location))
            return ImmutableArray<Repair>.Empty;
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null || !root.FullSpan.Contains(diagnostic.Location.SourceSpan))
            return ImmutableArray<Repair>.Empty;
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return fixer.Plan(new RepairContext(document, root, text, model, diagnostic, pass, cancellation));
    }

    /// <summary>
    /// All findings of a document repaired in one pass: planned against the original, in source order, with one editor.
    /// </summary>
    /// <param name="key">The equivalence key; null for the fixer's default.</param>
    /// <param name="repaired">Gets the places of the findings that have a repair under the key, if given.</param>
    public static async Task<Document> ApplyAllAsync(
        ReviewFixProvider fixer,
        Document document,
        IEnumerable<Diagnostic> diagnostics,
        string? key,
        CancellationToken cancellation,
        ICollection<TextSpan>? repaired = null)
    {
        var pass = new RepairPass();
        var chosen = ImmutableArray.CreateBuilder<Repair>();
        foreach (var diagnostic in diagnostics.OrderBy(item => item.Location.SourceSpan.Start))
        {
            cancellation.ThrowIfCancellationRequested();
            var repairs = await PlanAsync(fixer, document, diagnostic, pass, cancellation).ConfigureAwait(false);
            if (repairs.FirstOrDefault(repair => repair.EquivalenceKey == (key ?? fixer.DefaultKey)) is { } match)
            {
                chosen.Add(match);
                repaired?.Add(diagnostic.Location.SourceSpan);
            }
        }

        return chosen.Count == 0 ? document : await ApplyAsync(document, chosen.ToImmutable(), cancellation).ConfigureAwait(false);
    }

    /// <summary>The document with the repairs applied, imports added, new nodes simplified and formatted, line endings kept.</summary>
    public static async Task<Document> ApplyAsync(Document document, ImmutableArray<Repair> repairs, CancellationToken cancellation)
    {
        var original = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var changes = repairs.SelectMany(repair => repair.Changes).Distinct().OrderBy(change => change.Span.Start).ToImmutableArray();
        if (changes.Length > 0)
            return document.WithText(LineEndings.Of(original).Apply(original.WithChanges(changes)));

        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        foreach (var repair in repairs)
            repair.Edit?.Invoke(editor);
        var edited = editor.GetChangedDocument();
        edited = await ImportAdder.AddImportsAsync(edited, Simplifier.AddImportsAnnotation, cancellationToken: cancellation).ConfigureAwait(false);
        edited = await Simplifier.ReduceAsync(edited, Simplifier.Annotation, cancellationToken: cancellation).ConfigureAwait(false);
        edited = await Formatter.FormatAsync(edited, Formatter.Annotation, cancellationToken: cancellation).ConfigureAwait(false);
        var text = await edited.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(LineEndings.Of(original).Apply(text));
    }
}
