using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.Todo;
using SecurityReview.Analyzers.Todo.Controls;
using SecurityReview.Tool.Reviewing;

namespace SecurityReview.Tool.Ledger;

/// <summary>Reads the debts of one project: every TODO comment, and what the rules found that is none.</summary>
internal static class LedgerReader
{
    /// <param name="project">The project.</param>
    /// <param name="compilation">Its compilation.</param>
    /// <param name="options">Its settings, with the day of the review.</param>
    /// <param name="findings">What the rules found in it.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static ImmutableArray<LedgerEntry> Read(
        Project project, Compilation compilation, AnalyzerOptions options, IEnumerable<Finding> findings, CancellationToken cancellation)
    {
        var entries = ImmutableArray.CreateBuilder<LedgerEntry>();
        var types = KnownTypes.Of(compilation);
        var judge = TodoJudge.Of(types);
        foreach (var tree in compilation.SyntaxTrees.Where(tree => !GeneratedCode.Contains(tree, cancellation)))
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var judged in judge.Judge(model, options, cancellation))
            {
                if (CodePlace.Of(Location.Create(tree, judged.Comment.Span), cancellation) is { } place)
                    entries.Add(EntryOf(judged, place, project));
            }

            foreach (var (method, location) in UnwrittenDecisions.In(model, DecisionMethods.Of(types), cancellation))
            {
                if (CodePlace.Of(location, cancellation) is { } place)
                    entries.Add(new LedgerEntry { State = LedgerState.Undecided, Place = place, Text = $"'{method.Name}' throws NotImplementedException", Projects = [project.Name] });
            }
        }

        entries.AddRange(findings.Select(finding => EntryOf(finding, project)).OfType<LedgerEntry>());
        return entries.ToImmutable();
    }

    private static LedgerEntry EntryOf(JudgedTodo judged, CodePlace place, Project project)
    {
        var comment = judged.Comment;
        var unfilled = Enum.GetValues<TodoDetail>().Where(detail => comment.ValueOf(detail) == TodoGrammar.PlaceholderOf(detail)).ToList();
        return new LedgerEntry
        {
            State = judged.Rule switch
            {
                TodoRule.Expired => LedgerState.Expired,
                TodoRule.Security => LedgerState.Security,
                TodoRule.Untracked => LedgerState.Untracked,
                _ => unfilled.Count > 0 ? LedgerState.Unfilled : LedgerState.Tracked,
            },
            Place = place,
            Tag = comment.Head.Tag,
            Text = comment.Head.Text,
            Owner = Value(TodoDetail.Owner),
            Ticket = Value(TodoDetail.Ticket),
            Due = Value(TodoDetail.Due),
            Unfilled = [.. unfilled.Select(TodoGrammar.PlaceholderOf)],
            Projects = [project.Name],
        };

        string? Value(TodoDetail detail) => unfilled.Contains(detail) ? null : comment.ValueOf(detail);
    }

    private static LedgerEntry? EntryOf(Finding finding, Project project)
    {
        LedgerState? state = finding.Rule.Id switch
        {
            RuleIds.DisabledControl => LedgerState.Disabled,
            RuleIds.UnreasonedSuppression => LedgerState.Suppressed,
            _ => null,
        };
        return state is { } known && finding.Place is { } place && !finding.IsSuppressed
            ? new LedgerEntry { State = known, Place = place, Text = finding.Message, Projects = [project.Name] }
            : null;
    }
}
