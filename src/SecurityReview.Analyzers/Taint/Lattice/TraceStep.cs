using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Taint.Lattice;

/// <summary>A step of the way that a value took: an assignment, a call.</summary>
internal sealed class TraceStep(SyntaxNode node, TraceStep? previous)
{
    /// <summary>How many steps are kept; the later ones of a longer way are not told.</summary>
    public const int MaxLength = 16;

    public SyntaxNode Node { get; } = node;

    public TraceStep? Previous { get; } = previous;

    public int Length { get; } = (previous?.Length ?? 0) + 1;

    /// <summary>
    /// Orders ways to the same origin: the shorter first, then by the places of their steps. A total order, so that which way is told does not
    /// depend on which was found first.
    /// </summary>
    public static int Compare(TraceStep? left, TraceStep? right)
    {
        while (!ReferenceEquals(left, right))
        {
            var order = (left?.Length ?? 0).CompareTo(right?.Length ?? 0);
            if (order == 0)
                order = ComparePlaces(left!.Node, right!.Node);
            if (order != 0)
                return order;
            (left, right) = (left!.Previous, right!.Previous);
        }

        return 0;
    }

    private static int ComparePlaces(SyntaxNode left, SyntaxNode right)
    {
        if (ReferenceEquals(left, right))
            return 0;
        var order = ReferenceEquals(left.SyntaxTree, right.SyntaxTree) ? 0 : string.CompareOrdinal(left.SyntaxTree.FilePath, right.SyntaxTree.FilePath);
        if (order == 0)
            order = left.SpanStart.CompareTo(right.SpanStart);
        return order != 0 ? order : left.Span.Length.CompareTo(right.Span.Length);
    }
}
