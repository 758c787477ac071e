namespace SecurityReview.Analyzers.Taint.Lattice;

/// <summary>Members and elements that were read one after the other: <c>.Filter.Names[0]</c>. Bounded in length.</summary>
/// <param name="Parent">What was read before; null at the start.</param>
/// <param name="Slot">A member's name, or an element in brackets.</param>
internal sealed record AccessPath(AccessPath? Parent, string Slot)
{
    /// <summary>How many steps a path may have before it is cut.</summary>
    public const int MaxDepth = 5;

    private readonly int _hash = unchecked(((Parent?._hash ?? 0) * 397) ^ StringComparer.Ordinal.GetHashCode(Slot));

    public int Depth { get; } = (Parent?.Depth ?? 0) + 1;

    /// <summary>The steps, first one first.</summary>
    public IEnumerable<string> Slots => Parent is null ? [Slot] : Parent.Slots.Append(Slot);

    public bool Equals(AccessPath? other)
    {
        var one = this;
        if (_hash != other?._hash || Depth != other.Depth)
            return false;
        while (!ReferenceEquals(one, other))
        {
            if (one!.Slot != other!.Slot)
                return false;
            (one, other) = (one.Parent, other.Parent);
        }

        return true;
    }

    public override int GetHashCode() => _hash;

    public override string ToString() => Parent + (Slot[0] == '[' ? Slot : "." + Slot);
}
