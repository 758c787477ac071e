using System.Collections.Immutable;
using SecurityReview.Analyzers.Taint.Relevance;
using SecurityReview.Analyzers.Taint.Solver;

namespace SecurityReview.Analyzers.Taint.Query;

/// <summary>The flows of one body that queries have needed: that of the first slice, and one that looks into all calls where that does not serve.</summary>
internal sealed class SlicedFlows
{
    private ImmutableArray<(BodyDemand Demand, BodySlice Slice, BodyFlow Flow)> _known = ImmutableArray<(BodyDemand, BodySlice, BodyFlow)>.Empty;

    /// <summary>The flow that looks into all calls, or was asked for the same before; null for none.</summary>
    public BodyFlow? For(BodyDemand demand) => _known.FirstOrDefault(known => known.Slice == BodySlice.Whole || known.Demand.IsSame(demand)).Flow;

    /// <summary>A flow that looks into all calls that matter; null for none.</summary>
    public BodyFlow? For(BodySlice slice) => _known.FirstOrDefault(known => known.Slice.Serves(slice)).Flow;

    /// <summary>The slice to solve: the one asked for, unless another one was solved before; who asks twice asks often.</summary>
    public BodySlice Narrowed(BodySlice slice) => _known.IsEmpty ? slice : BodySlice.Whole;

    /// <summary>Keeps a flow for what it was asked for; who comes second gets what the first one kept.</summary>
    public BodyFlow Keep(BodyDemand demand, BodySlice slice, BodyFlow flow)
    {
        ImmutableInterlocked.Update(ref _known, static (known, added) => known.Any(other => other.Slice == BodySlice.Whole || other.Demand.IsSame(added.demand)) ? known : known.Add(added), (demand, slice, flow));
        return For(demand) ?? flow;
    }
}
