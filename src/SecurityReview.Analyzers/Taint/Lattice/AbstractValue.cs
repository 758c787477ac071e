using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Taint.Lattice;

/// <summary>
/// What is known of a value: the origins that its text may come from, the objects that it may refer to, and its constant. Ordered by
/// inclusion; the join is the union, limited in width. Immutable.
/// </summary>
internal sealed class AbstractValue : IEquatable<AbstractValue>
{
    /// <summary>How many origins, and how many objects, a value keeps; the first to come are kept.</summary>
    public const int MaxWidth = 16;

    /// <summary>No value yet: the least element.</summary>
    public static readonly AbstractValue Bottom = new(ImmutableArray<TracedOrigin>.Empty, ImmutableArray<HeapObject>.Empty, ConstantLattice.Undefined);

    /// <summary>Some value without any known origin.</summary>
    public static readonly AbstractValue Clean = new(ImmutableArray<TracedOrigin>.Empty, ImmutableArray<HeapObject>.Empty, ConstantLattice.Varying);

    private AbstractValue(ImmutableArray<TracedOrigin> taints, ImmutableArray<HeapObject> objects, ConstantLattice constant)
    {
        Taints = taints;
        Objects = objects;
        Constant = constant;
    }

    public ImmutableArray<TracedOrigin> Taints { get; }

    public ImmutableArray<HeapObject> Objects { get; }

    public ConstantLattice Constant { get; }

    public bool IsTainted => !Taints.IsEmpty;

    public static AbstractValue OfConstant(object? value) =>
        new(ImmutableArray<TracedOrigin>.Empty, ImmutableArray<HeapObject>.Empty, ConstantLattice.Of(value));

    /// <summary>A value that is one of some constants.</summary>
    public static AbstractValue OfConstants(ConstantLattice constants) =>
        new(ImmutableArray<TracedOrigin>.Empty, ImmutableArray<HeapObject>.Empty, constants.HasValues ? constants : ConstantLattice.Varying);

    public static AbstractValue OfOrigin(Origin origin) =>
        new(ImmutableArray.Create(new TracedOrigin(origin, null)), ImmutableArray<HeapObject>.Empty, ConstantLattice.Varying);

    public static AbstractValue OfObject(HeapObject target) =>
        new(ImmutableArray<TracedOrigin>.Empty, ImmutableArray.Create(target), ConstantLattice.Varying);

    /// <summary>The least value that includes both.</summary>
    public AbstractValue Join(AbstractValue other)
    {
        if (ReferenceEquals(this, other) || ReferenceEquals(other, Bottom))
            return this;
        if (ReferenceEquals(this, Bottom))
            return other;
        var taints = Union(Taints, other.Taints);
        var objects = Union(Objects, other.Objects);
        var constant = Constant.Join(other.Constant);
        return taints == Taints && objects == Objects && constant.Equals(Constant) ? this : new AbstractValue(taints, objects, constant);
    }

    /// <summary>The origins of this value under the constant and objects of none: what a text made of it carries on.</summary>
    public AbstractValue TaintsOnly()
    {
        var made = Select(static taint => taint.IsWhole ? taint with { IsWhole = false } : taint);
        return made.Objects.IsEmpty && !made.Constant.HasValues ? made : new AbstractValue(made.Taints, ImmutableArray<HeapObject>.Empty, ConstantLattice.Varying);
    }

    /// <summary>The value with another set of objects.</summary>
    public AbstractValue WithObjects(ImmutableArray<HeapObject> objects) => new(Taints, objects, Constant);

    /// <summary>The value with another set of taints.</summary>
    public AbstractValue WithTaints(ImmutableArray<TracedOrigin> taints) => new(taints, Objects, Constant);

    /// <summary>The value with the constants that it is known to have.</summary>
    public AbstractValue WithConstants(ConstantLattice constants) => new(Taints, Objects, constants);

    /// <summary>The value with every origin made safe for some kinds of sinks.</summary>
    public AbstractValue SafeFor(int kinds) => Select(taint => taint with { SafeFor = taint.SafeFor | kinds });

    /// <summary>A value with one traced origin, nothing else known.</summary>
    public static AbstractValue OfTaint(TracedOrigin taint) => new(ImmutableArray.Create(taint), ImmutableArray<HeapObject>.Empty, ConstantLattice.Varying);

    /// <summary>The same objects without any origin.</summary>
    public AbstractValue ObjectsOnly() =>
        Taints.IsEmpty ? this : new AbstractValue(ImmutableArray<TracedOrigin>.Empty, Objects, ConstantLattice.Varying);

    /// <summary>The value with every taint replaced by another, or left out.</summary>
    public AbstractValue Select(Func<TracedOrigin, TracedOrigin?> replacement)
    {
        if (Taints.All(taint => ReferenceEquals(replacement(taint), taint)))
            return this;
        var taints = ImmutableArray<TracedOrigin>.Empty;
        foreach (var taint in Taints)
        {
            if (replacement(taint) is { } replaced)
                taints = Add(taints, replaced);
        }

        return new AbstractValue(taints, Objects, Constant);
    }

    /// <summary>The value one step on its way.</summary>
    public AbstractValue Through(SyntaxNode step) =>
        Taints.IsEmpty ? this : new AbstractValue(Taints.Select(taint => taint.Through(step)).ToImmutableArray(), Objects, Constant);

    /// <summary>The same taints, referring to an object.</summary>
    public AbstractValue WithObject(HeapObject target) => new(Taints, ImmutableArray.Create(target), ConstantLattice.Varying);

    public bool Equals(AbstractValue? other) =>
        ReferenceEquals(this, other) || (other is not null && Constant.Equals(other.Constant) &&
            HasSame(Taints, other.Taints, static (taints, taint) => Has(taints, taint)) && HasSame(Objects, other.Objects, static (objects, item) => objects.Contains(item)));

    public override bool Equals(object? obj) => Equals(obj as AbstractValue);

    public override int GetHashCode() => unchecked((Taints.Length * 31) + Objects.Length);

    // Most sets that are joined or compared have grown from one: what they share stands at the same place.
    private static bool HasSame<T>(ImmutableArray<T> left, ImmutableArray<T> right, Func<ImmutableArray<T>, T, bool> has)
        where T : class
    {
        if (left == right)
            return true;
        if (left.Length != right.Length)
            return false;
        for (var i = 0; i < left.Length; i++)
        {
            if (!ReferenceEquals(left[i], right[i]) && !has(right, left[i]))
                return false;
        }

        return true;
    }

    private static bool Has(ImmutableArray<TracedOrigin> taints, TracedOrigin taint)
    {
        foreach (var candidate in taints)
        {
            if (candidate.IsSame(taint))
                return TraceStep.Compare(candidate.Trace, taint.Trace) == 0;
        }

        return false;
    }

    private static ImmutableArray<TracedOrigin> Union(ImmutableArray<TracedOrigin> left, ImmutableArray<TracedOrigin> right)
    {
        if (left == right)
            return left;
        for (var i = 0; i < right.Length; i++)
        {
            if (i >= left.Length || !ReferenceEquals(left[i], right[i]))
                left = Add(left, right[i]);
        }

        return left;
    }

    /// <summary>Of two ways to the same origin the one that is first in order stays.</summary>
    private static ImmutableArray<TracedOrigin> Add(ImmutableArray<TracedOrigin> taints, TracedOrigin added)
    {
        for (var i = 0; i < taints.Length; i++)
        {
            if (taints[i].IsSame(added))
                return TraceStep.Compare(added.Trace, taints[i].Trace) < 0 ? taints.SetItem(i, added) : taints;
        }

        return taints.Length >= MaxWidth ? taints : taints.Add(added);
    }

    private static ImmutableArray<HeapObject> Union(ImmutableArray<HeapObject> left, ImmutableArray<HeapObject> right)
    {
        if (left == right)
            return left;
        for (var i = 0; i < right.Length; i++)
        {
            if (left.Length < MaxWidth && (i >= left.Length || !ReferenceEquals(left[i], right[i])) && !left.Contains(right[i]))
                left = left.Add(right[i]);
        }

        return left;
    }
}
