using System.Collections.Immutable;
using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Taint.State;

/// <content>Copies of structures and records.</content>
internal sealed partial class AbstractState
{
    /// <summary>
    /// The copies of some objects: one for each that was there before the body began, which remembers it, and one for all that were made since.
    /// </summary>
    /// <param name="made">What a copy is called, but for what it is a copy of.</param>
    public static IReadOnlyList<(HeapObject.Allocation Copy, ImmutableArray<HeapObject> Originals)> CopiesOf(ImmutableArray<HeapObject> originals, HeapObject.Allocation made) =>
        originals.IsEmpty
            ? [(made, originals)]
            : originals.GroupBy(Remembered).Select(group => (made with { CopyOf = group.Key }, group.ToImmutableArray())).ToList();

    /// <summary>The state with a new copy: it holds what the originals hold, and nothing of the one that was made here before.</summary>
    public AbstractState WithCopy(HeapObject.Allocation copy, ImmutableArray<HeapObject> originals)
    {
        var (copied, original) = (AbstractValue.OfObject(copy), AbstractValue.Clean.WithObjects(originals));
        var names = originals.SelectMany(SlotsOf).Concat(SlotsOf(copy).Where(static slot => !slot.Key.IsElement)).Select(static slot => slot.Key.Name).Distinct();
        return names.OrderBy(static name => name == HeapSlot.AnyElement ? 0 : 1).ToList()
            .Aggregate(this, (state, name) => state.WriteSlot(copied, name, Walk(original, [name])));
    }

    private static HeapObject.Passed? Remembered(HeapObject original) => original as HeapObject.Passed ?? (original as HeapObject.Allocation)?.CopyOf;
}
