using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SecurityReview.Tool.Reviewing;

/// <summary>Asks the fixers what they would do about a finding. Not every finding of a rule that has a fix can be repaired by it.</summary>
internal sealed class FixLookup(ReviewRules rules)
{
    /// <summary>The title of the default fix; null if there is none.</summary>
    public async Task<string?> TitleAsync(Project project, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (diagnostic.Location.SourceTree is not { } tree || project.GetDocument(tree) is not { } document)
            return null;
        string? title = null;
        foreach (var fixer in rules.Fixers[diagnostic.Id])
        {
            var context = new CodeFixContext(document, diagnostic, (action, _) => title ??= action.Title, cancellation);
            await fixer.RegisterCodeFixesAsync(context).ConfigureAwait(false);
        }

        return title;
    }
}
