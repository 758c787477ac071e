using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Taint.State;

/// <summary>A place within an object: a member by name, or an element.</summary>
/// <param name="Object">The object.</param>
/// <param name="Name">A member's name, <see cref="AnyElement"/>, or an element's constant key in brackets.</param>
internal readonly record struct HeapSlot(HeapObject Object, string Name)
{
    /// <summary>The elements whose index or key is not a constant.</summary>
    public const string AnyElement = "[]";

    /// <summary>What a delegate returns.</summary>
    public const string Result = "()";

    /// <summary>How many elements a collection has, while that is known.</summary>
    public const string Count = "#";

    public bool IsElement => Name.StartsWith("[", StringComparison.Ordinal);

    /// <summary>What the slot holds before anything is stored: for an object of the caller or a copy of one, what the caller put there.</summary>
    public AbstractValue? Initial =>
        (Object as HeapObject.Passed ?? (Object as HeapObject.Allocation)?.CopyOf)?.Member(Name) is { } member
            ? AbstractValue.OfOrigin(member.Origin).WithObject(member)
            : null;

    /// <summary>The name of the element with a constant index or key.</summary>
    public static string Element(object key) => $"[{key}]";
}
