using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SecurityReview.CodeFixes.Repairs;

/// <summary>
/// The base of every fixer. A fixer says which repairs a finding has, the default first; single application, Fix All at every
/// scope, linked files, imports, formatting and line endings are done here.
/// </summary>
public abstract class ReviewFixProvider : CodeFixProvider
{
    /// <param name="ruleId">The rule whose findings are repaired.</param>
    /// <param name="defaultKey">The key of the default repair.</param>
    /// <param name="fixAllTitle">The title of a Fix All.</param>
    private protected ReviewFixProvider(string ruleId, string defaultKey, string fixAllTitle)
    {
        FixableDiagnosticIds = ImmutableArray.Create(ruleId);
        DefaultKey = defaultKey;
        FixAllTitle = fixAllTitle;
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <summary>The key of the default repair, which a Fix All without a key applies.</summary>
    internal string DefaultKey { get; }

    /// <summary>The title of a Fix All.</summary>
    internal string FixAllTitle { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new ReviewFixAllProvider(this);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var repairs = await DocumentRepair.PlanAsync(this, context.Document, diagnostic, new RepairPass(), context.CancellationToken).ConfigureAwait(false);
            foreach (var repair in repairs)
            {
                var action = CodeAction.Create(
                    repair.Title,
                    cancellation => DocumentRepair.ApplyAsync(context.Document, ImmutableArray.Create(repair), cancellation),
                    repair.EquivalenceKey);
                context.RegisterCodeFix(action, diagnostic);
            }
        }
    }

    /// <summary>
    /// The repairs of one finding, the default first and always under the same key; empty where none is certain to be right.
    /// </summary>
    internal abstract ImmutableArray<Repair> Plan(RepairContext context);
}
