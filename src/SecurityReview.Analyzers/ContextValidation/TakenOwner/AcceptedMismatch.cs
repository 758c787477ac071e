using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;

namespace SecurityReview.Analyzers.ContextValidation.TakenOwner;

/// <summary>Judges one comparison within its function.</summary>
internal static class AcceptedMismatch
{
    /// <summary>
    /// The reads of the object's owner that replace the caller because of this comparison, for callers without any privilege; empty where
    /// the mismatch is denied, needs a privilege, is checked afterwards or decides nothing.
    /// </summary>
    /// <param name="all">All comparisons of the function.</param>
    public static ImmutableArray<TakeOver> TakeOvers(
        OwnerComparison comparison, IReadOnlyList<OwnerComparison> all, FunctionView function, OwnershipVocabulary vocabulary, CancellationToken cancellation)
    {
        var candidates = TakeOverSearch.Of(comparison, function.Operations, vocabulary, cancellation).ToList();
        if (candidates.Count == 0 || function.Graph is not { } graph)
            return ImmutableArray<TakeOver>.Empty;
        var sameQuestion = all.Where(other => other.IsSameQuestion(comparison)).ToList();
        var flow = new MismatchFlow(graph, function.Operations, sameQuestion, [], vocabulary, cancellation);
        var taken = candidates.Where(candidate => HangsOn(comparison, candidate, flow)).ToImmutableArray();
        var siblings = all.Where(comparison.IsSibling).ToList();
        if (!taken.IsEmpty || siblings.Count == 0)
            return taken;
        // "context.A != obj.A || context.B != obj.B": what one of them decides shows where the other keys are the caller's.
        var alone = new MismatchFlow(graph, function.Operations, sameQuestion, siblings, vocabulary, cancellation);
        return candidates.Where(candidate => HangsOn(comparison, candidate, alone)).ToImmutableArray();
    }

    private static bool HangsOn(OwnerComparison comparison, TakeOver candidate, MismatchFlow flow) =>
        flow.RunsOnMismatch(candidate.Read) &&
        !flow.RunsOnMatch(candidate.Read) &&
        !flow.RunsOnMismatch(candidate.Read, without: comparison) &&
        !flow.IsCheckedAfter(candidate.Read, candidate.Destination.Target);
}
