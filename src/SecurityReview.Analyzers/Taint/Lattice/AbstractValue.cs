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
        var taints = Union(Taints, other.Taints, static taint => taint.Origin);
        var objects = Union(Objects, other.Objects, static item => item);
        var constant = Constant.Join(other.Constant);
        return taints == Taints && objects == Objects && constant.Equals(Constant) ? this : new AbstractValue(taints, objects, constant);
    }

    /// <summary>The origins of this value under the constant and objects of none: what a derived text carries on.</summary>
    public AbstractValue TaintsOnly() =>
        Objects.IsEmpty && !Constant.IsKnown ? this : new AbstractValue(Taints, ImmutableArray<HeapObject>.Empty, ConstantLattice.Varying);

    /// <summary>The same objects without any origin.</summary>
    public AbstractValue ObjectsOnly() =>
        Taints.IsEmpty ? this : new AbstractValue(ImmutableArray<TracedOrigin>.Empty, Objects, ConstantLattice.Varying);

    /// <summary>The value with only those taints that satisfy a condition.</summary>
    public AbstractValue Where(Func<TracedOrigin, bool> condition) =>
        Taints.All(condition) ? this : new AbstractValue(Taints.Where(condition).ToImmutableArray(), Objects, Constant);

    /// <summary>The value one step on its way.</summary>
    public AbstractValue Through(SyntaxNode step) =>
        Taints.IsEmpty ? this : new AbstractValue(Taints.Select(taint => taint.Through(step)).ToImmutableArray(), Objects, Constant);

    /// <summary>The same taints, referring to an object.</summary>
    public AbstractValue WithObject(HeapObject target) => new(Taints, ImmutableArray.Create(target), ConstantLattice.Varying);

    public bool Equals(AbstractValue? other) =>
        ReferenceEquals(this, other) ||
        (other is not null && Constant.Equals(other.Constant) &&
            Taints.Length == other.Taints.Length && Objects.Length == other.Objects.Length &&
            Taints.All(taint => other.Taints.Any(candidate => candidate.Origin.Equals(taint.Origin))) &&
            Objects.All(item => other.Objects.Contains(item)));

    public override bool Equals(object? obj) => Equals(obj as AbstractValue);

    public override int GetHashCode() => unchecked((Taints.Length * 31) + Objects.Length);

    private static ImmutableArray<T> Union<T, TKey>(ImmutableArray<T> left, ImmutableArray<T> right, Func<T, TKey> key)
        where TKey : class
    {
        if (right.IsEmpty || left == right)
            return left;
        ImmutableArray<T>.Builder? union = null;
        foreach (var item in right)
        {
            if (left.Length + (union?.Count - left.Length ?? 0) >= MaxWidth)
                break;
            if (left.Any(known => key(known).Equals(key(item))))
                continue;
            if (union is null)
            {
                union = ImmutableArray.CreateBuilder<T>();
                union.AddRange(left);
            }

            union.Add(item);
        }

        return union?.ToImmutable() ?? left;
    }
}
