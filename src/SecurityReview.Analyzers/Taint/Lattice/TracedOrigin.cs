using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Taint.Lattice;

/// <summary>One origin of a value and the way from there.</summary>
/// <param name="Origin">Where the value comes from.</param>
/// <param name="Trace">The last step of the way, or null at the source. Of two ways to the same origin the first in order is kept.</param>
/// <param name="IsWhole">Whether the value is what came from the origin, unchanged; false for a text made of it.</param>
/// <param name="SafeFor">The kinds of sinks that it was made safe for, as bits.</param>
internal sealed record TracedOrigin(Origin Origin, TraceStep? Trace, bool IsWhole = true, int SafeFor = 0)
{
    /// <summary>Whether two are the same element of the lattice, whatever their ways.</summary>
    public bool IsSame(TracedOrigin other) => IsWhole == other.IsWhole && SafeFor == other.SafeFor && Origin.Equals(other.Origin);

    /// <summary>The same origin, one step on. Ways stop growing at <see cref="TraceStep.MaxLength"/> steps.</summary>
    public TracedOrigin Through(SyntaxNode step) =>
        Trace is { Length: >= TraceStep.MaxLength } || Trace?.Node == step ? this : this with { Trace = new TraceStep(step, Trace) };

    /// <summary>The way on from another one, step by step.</summary>
    public TracedOrigin Through(TraceStep? steps)
    {
        if (steps is null)
            return this;
        return Through(steps.Previous).Through(steps.Node);
    }

    /// <summary>The steps from the source on, the source itself not included.</summary>
    public ImmutableArray<Location> Steps()
    {
        var steps = new Stack<Location>();
        for (var step = Trace; step is not null; step = step.Previous)
            steps.Push(step.Node.GetLocation());
        return steps.ToImmutableArray();
    }
}
