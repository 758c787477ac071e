using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Taint.State;

/// <summary>A place that holds something else than before.</summary>
/// <param name="Variable">The variable; null for a slot.</param>
/// <param name="Slot">The slot, where it is no variable.</param>
/// <param name="Before">What it held; null for nothing.</param>
/// <param name="After">What it holds.</param>
internal sealed record StateChange(object? Variable, HeapSlot Slot, AbstractValue? Before, AbstractValue After)
{
    /// <summary>Whether nothing is left of what was there.</summary>
    public bool IsOverwritten => Before is not null && !After.Join(Before).Equals(After);
}
