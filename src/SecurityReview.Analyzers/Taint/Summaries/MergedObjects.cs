using System.Collections.Immutable;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Summaries;

/// <summary>
/// The objects of a summary that tells of too many: those made at one place are one, whatever calls led there. Where many functions call each other, every
/// place is reached on every way through them, and the ways, not the places, are what there is no end of.
/// </summary>
/// <param name="entry">What a caller knows: its own objects stay what they are.</param>
/// <param name="maxDepth">How far into the objects of the caller is told of.</param>
/// <param name="withWays">
/// Whether the ways of values are kept. In a recursion they differ from round to round long after it is known what comes from where, until they are as long as ways may be.
/// </param>
internal sealed class MergedObjects(AbstractState entry, int maxDepth, bool withWays)
{
    private readonly HashSet<HeapObject> _callers = new(entry.Variables.Select(static pair => pair.Value).Concat(entry.Slots.Select(static slot => slot.Value))
        .SelectMany(static value => value.Objects).SelectMany(static item => item is HeapObject.Function { Receiver: { } receiver } ? new[] { item, receiver } : new[] { item }));

    public AbstractState Of(AbstractState state)
    {
        var merged = state.Variables.Aggregate(AbstractState.Empty, (rest, pair) => rest.With(pair.Key, Of(pair.Value)));
        foreach (var pair in state.Slots.Where(slot => IsNear(slot.Key.Object)))
        {
            var slot = pair.Key with { Object = Of(pair.Key.Object) };
            merged = merged.With(slot, (merged[slot] ?? AbstractValue.Bottom).Join(Of(pair.Value)));
        }

        return merged;
    }

    public AbstractValue Of(AbstractValue value)
    {
        if (!value.Taints.All(IsTold))
            value = value.WithTaints(value.Taints.Where(IsNear).Select(taint => IsTold(taint) ? taint : taint with { Trace = null }).ToImmutableArray());
        return value.Objects.All(item => IsNear(item) && ReferenceEquals(Of(item), item)) ? value : value.WithObjects(value.Objects.Where(IsNear).Select(Of).Distinct().ToImmutableArray());
    }

    public bool IsNear(SymbolicOrigin origin) => origin.Path is null || origin.Path.Depth <= maxDepth;

    private bool IsTold(TracedOrigin taint) => IsNear(taint) && (withWays || taint.Trace is null);

    private bool IsNear(TracedOrigin taint) => taint.Origin is not SymbolicOrigin origin || IsNear(origin);

    private bool IsNear(HeapObject item) => item is not HeapObject.Passed passed || IsNear(passed.Origin);

    public AppliedFunctions Of(AppliedFunctions applied)
    {
        var merged = new AppliedFunctions();
        foreach (var call in applied.All)
            merged.Add(new AppliedFunction((HeapObject.Function)Of(call.Function), call.Arguments.Select(Of).ToImmutableArray()));
        return merged;
    }

    private HeapObject Of(HeapObject item) => _callers.Contains(item) ? item : item switch
    {
        HeapObject.Allocation { Calls: not null } made => made with { Calls = null },
        // That it was a callee's is told by its calls.
        HeapObject.Closure { Calls: { Inner: not null } calls } variables => variables with { Calls = CallChain.Prepend(calls.Call, null) },
        HeapObject.Function { Receiver: var receiver, Variables: var shared } function when Changes(receiver) || Changes(shared) =>
            function with { Receiver = receiver is null ? null : Of(receiver), Variables = shared is null ? null : (HeapObject.Closure)Of(shared) },
        HeapObject.Place { Holder: { } holder } place when Changes(holder) => place with { Holder = Of(holder) },
        _ => item,
    };

    private bool Changes(HeapObject? item) => item is not null && !ReferenceEquals(Of(item), item);
}
