using System.Collections.Immutable;
using SecurityReview.Analyzers.Taint.Relevance;
using SecurityReview.Analyzers.Taint.Solver;

namespace SecurityReview.Analyzers.Taint.Query;

/// <summary>The flows of one body that queries have needed: one for each set of calls that mattered, until one that looks into all calls serves for all.</summary>
internal sealed class SlicedFlows
{
    /// <summary>How many slices of one body are solved before it is solved whole.</summary>
    private const int MaxSlices = 3;

    private ImmutableArray<(BodySlice Slice, BodyFlow Flow)> _known = ImmutableArray<(BodySlice, BodyFlow)>.Empty;

    /// <summary>A known flow that looks into all calls that matter; null for none.</summary>
    public BodyFlow? For(BodySlice slice) => _known.FirstOrDefault(known => known.Slice.Serves(slice)).Flow;

    /// <summary>The slice to solve: the one asked for, unless the body was sliced often enough.</summary>
    public BodySlice Narrowed(BodySlice slice) => _known.Length < MaxSlices ? slice : BodySlice.Whole;

    /// <summary>Keeps a solved body; who comes second gets what the first one kept.</summary>
    public BodyFlow Keep(BodySlice slice, BodyFlow flow)
    {
        ImmutableInterlocked.Update(ref _known, static (known, added) => known.Any(other => other.Slice.Serves(added.slice)) ? known : known.Add(added), (slice, flow));
        return For(slice) ?? flow;
    }
}
