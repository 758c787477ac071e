using System.Collections.Immutable;
using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Taint.Summaries;

/// <summary>A call of a delegate: which function it was, and what it was given.</summary>
internal sealed record AppliedFunction(HeapObject.Function Function, ImmutableArray<AbstractValue> Arguments)
{
    public bool Equals(AppliedFunction? other) =>
        other is not null && Function.Equals(other.Function) && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => Function.GetHashCode();
}
