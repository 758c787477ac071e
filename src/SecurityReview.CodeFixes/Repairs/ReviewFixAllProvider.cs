using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.CodeFixes.Repairs;

/// <summary>
/// Fix All at document, project and solution scope: one pass per file, so nested and neighbouring edits are all kept (the batch
/// fixer drops overlapping ones), and one text per file, also where several projects or target frameworks compile it.
/// </summary>
internal sealed class ReviewFixAllProvider(ReviewFixProvider fixer) : FixAllProvider
{
    /// <inheritdoc/>
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() =>
        [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    /// <inheritdoc/>
    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
        Task.FromResult<CodeAction?>(CodeAction.Create(
            fixer.FixAllTitle, cancellation => FixAsync(fixAllContext.WithCancellationToken(cancellation)), fixAllContext.CodeActionEquivalenceKey));

    private async Task<Solution> FixAsync(FixAllContext context)
    {
        var cancellation = context.CancellationToken;
        var findings = await FindingsAsync(context).ConfigureAwait(false);
        var solution = context.Solution;
        foreach (var file in findings.GroupBy(pair => pair.Key.FilePath ?? pair.Key.Id.Id.ToString(), StringComparer.Ordinal))
        {
            var candidates = ImmutableArray.CreateBuilder<Document>();
            var shares = ImmutableArray.CreateBuilder<Document>();
            var covered = new HashSet<TextSpan>();
            foreach (var pair in file.OrderBy(pair => pair.Key.Project.Name, StringComparer.Ordinal))
            {
                var repaired = new List<TextSpan>();
                var candidate = await ApplyAsync(pair.Key, pair.Value, repaired).ConfigureAwait(false);
                candidates.Add(candidate);
                var share = pair.Value.Where(finding => !covered.Contains(finding.Location.SourceSpan)).ToImmutableArray();
                shares.Add(share.Length == pair.Value.Length ? candidate : await ApplyAsync(pair.Key, share).ConfigureAwait(false));
                covered.UnionWith(repaired);
            }

            solution = await LinkedFile.WithOneTextAsync(solution, candidates.ToImmutable(), shares.ToImmutable(), cancellation).ConfigureAwait(false);
        }

        return solution;

        Task<Document> ApplyAsync(Document document, ImmutableArray<Diagnostic> diagnostics, List<TextSpan>? repaired = null) =>
            DocumentRepair.ApplyAllAsync(fixer, document, diagnostics, context.CodeActionEquivalenceKey, cancellation, repaired);
    }

    /// <summary>The findings in scope, by document.</summary>
    private static async Task<Dictionary<Document, ImmutableArray<Diagnostic>>> FindingsAsync(FixAllContext context)
    {
        var findings = new Dictionary<Document, ImmutableArray<Diagnostic>>();
        if (context.Scope == FixAllScope.Document)
        {
            if (context.Document is { } document)
                findings[document] = await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            return findings;
        }

        var projects = context.Scope == FixAllScope.Project ? [context.Project] : context.Solution.Projects;
        foreach (var project in projects.Where(project => project.Language == LanguageNames.CSharp))
        {
            var inProject = await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            foreach (var group in inProject.Where(finding => finding.Location.IsInSource).GroupBy(finding => finding.Location.SourceTree))
            {
                if (project.GetDocument(group.Key) is { } document)
                    findings[document] = group.ToImmutableArray();
            }
        }

        return findings;
    }
}
