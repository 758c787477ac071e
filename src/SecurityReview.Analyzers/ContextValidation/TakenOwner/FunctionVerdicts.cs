using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Flow;

namespace SecurityReview.Analyzers.ContextValidation.TakenOwner;

/// <summary>All comparisons of one function, judged together: those that ask the same question share the search and the flow.</summary>
internal sealed class FunctionVerdicts
{
    /// <summary>A function that compares owners more often than this is not judged.</summary>
    private const int MaximumComparisons = 500;

    private readonly Dictionary<SyntaxNode, ImmutableArray<TakeOver>> _takeOvers = new();

    private FunctionVerdicts(IReadOnlyList<OwnerComparison> comparisons) => Comparisons = comparisons;

    /// <summary>The comparisons of the function, in source order.</summary>
    public IReadOnlyList<OwnerComparison> Comparisons { get; }

    /// <summary>The comparison at an operation; null where it is none.</summary>
    public OwnerComparison? At(IOperation operation) => Comparisons.FirstOrDefault(comparison => comparison.Operation.Syntax == operation.Syntax);

    /// <summary>
    /// The reads of the object's owner that replace the caller because of a comparison, for callers without any privilege; empty where the
    /// mismatch is denied, needs a privilege, is checked afterwards or decides nothing.
    /// </summary>
    public ImmutableArray<TakeOver> TakeOversOf(OwnerComparison comparison) =>
        _takeOvers.TryGetValue(comparison.Operation.Syntax, out var found) ? found : ImmutableArray<TakeOver>.Empty;

    /// <param name="root">The lambda, local function or outermost body.</param>
    /// <param name="graph">Makes its graph, when a candidate was found.</param>
    public static FunctionVerdicts Of(IOperation root, Func<ControlFlowGraph?> graph, OwnershipVocabulary vocabulary, CancellationToken cancellation)
    {
        var operations = FunctionBody.Operations(root).ToList();
        var comparisons = operations.Where(operation => OwnerComparisonReader.MayBe(operation, vocabulary.Keys))
            .Select(operation => OwnerComparisonReader.Read(operation, vocabulary)).OfType<OwnerComparison>()
            .Take(MaximumComparisons + 1).ToList();
        var verdicts = new FunctionVerdicts(comparisons);
        if (comparisons.Count > MaximumComparisons)
            return verdicts;
        var pending = comparisons.ToList();
        while (pending.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var sameQuestion = pending.Where(pending[0].IsSameQuestion).ToList();
            pending.RemoveAll(sameQuestion.Contains);
            var candidates = TakeOverSearch.Of(sameQuestion[0], operations, vocabulary, cancellation).ToList();
            if (candidates.Count == 0 || graph() is not { } flowGraph)
                continue;
            verdicts.Judge(sameQuestion, candidates, new MismatchFlow(flowGraph, operations, sameQuestion, [], vocabulary, cancellation));
            var undecided = sameQuestion.Where(comparison => verdicts.TakeOversOf(comparison).IsEmpty).ToList();
            var siblings = comparisons.Where(sameQuestion[0].IsSibling).ToList();
            // "context.A != obj.A || context.B != obj.B": what one of them decides shows where the other keys are the caller's.
            if (undecided.Count > 0 && siblings.Count > 0)
                verdicts.Judge(undecided, candidates, new MismatchFlow(flowGraph, operations, sameQuestion, siblings, vocabulary, cancellation));
        }

        return verdicts;
    }

    private void Judge(IReadOnlyList<OwnerComparison> judged, List<TakeOver> candidates, MismatchFlow flow)
    {
        var onMismatch = flow.ReachedOnMismatch();
        var onMatch = flow.ReachedOnMatch();
        var accepted = candidates.Where(candidate =>
            onMismatch(candidate.Read) && !onMatch(candidate.Read) && !flow.IsCheckedAfter(candidate.Read, candidate.Destination.Target)).ToList();
        if (accepted.Count == 0)
            return;
        foreach (var comparison in judged)
        {
            var otherwise = flow.ReachedOnMismatch(without: comparison);
            _takeOvers[comparison.Operation.Syntax] = accepted.Where(candidate => !otherwise(candidate.Read)).ToImmutableArray();
        }
    }
}
