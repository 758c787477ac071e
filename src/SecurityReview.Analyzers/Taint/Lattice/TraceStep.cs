using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Taint.Lattice;

/// <summary>A step of the way that a value took: an assignment, a call.</summary>
internal sealed class TraceStep(SyntaxNode node, TraceStep? previous)
{
    public const int MaxLength = 16;

    public SyntaxNode Node { get; } = node;

    public TraceStep? Previous { get; } = previous;

    public int Length { get; } = (previous?.Length ?? 0) + 1;
}
