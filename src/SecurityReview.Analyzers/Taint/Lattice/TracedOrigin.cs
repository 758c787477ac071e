using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Taint.Lattice;

/// <summary>One origin of a value and the way from there.</summary>
/// <param name="Origin">What the analysis distinguishes.</param>
/// <param name="Trace">The last step of the way, or null at the source. No part of the lattice: the first way found is kept.</param>
internal sealed record TracedOrigin(Origin Origin, TraceStep? Trace)
{
    /// <summary>The same origin, one step on. Ways stop growing at <see cref="TraceStep.MaxLength"/> steps.</summary>
    public TracedOrigin Through(SyntaxNode step) => Trace is { Length: >= TraceStep.MaxLength } ? this : this with { Trace = new TraceStep(step, Trace) };

    /// <summary>The steps from the source on, the source itself not included.</summary>
    public ImmutableArray<Location> Steps()
    {
        var steps = new Stack<Location>();
        for (var step = Trace; step is not null; step = step.Previous)
            steps.Push(step.Node.GetLocation());
        return steps.ToImmutableArray();
    }
}
