using System.Collections.Immutable;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SecurityReview.Analyzers.Flow;

namespace SecurityReview.Analyzers.Taint.Solver;

/// <summary>
/// Where an exception goes from each block. The graph has no edges there: any operation of a <c>try</c> may throw, so the handlers see the
/// states before and after each. A <c>finally</c> sees what its <c>try</c> throws, and those around it see what the <c>finally</c> makes of that.
/// </summary>
internal sealed class ExceptionHandlers
{
    private readonly Dictionary<ControlFlowRegion, ImmutableArray<int>> _ofRegion = new();

    /// <summary>The first blocks of the handlers of a block.</summary>
    public ImmutableArray<int> Of(BasicBlock block) => Of(block.EnclosingRegion);

    /// <summary>Whether a <c>try</c> begins with a block.</summary>
    public static bool IsFirstOfTry(BasicBlock block) =>
        block.RegionsAround().FirstOrDefault(static region => region.Kind == ControlFlowRegionKind.Try)?.FirstBlockOrdinal == block.Ordinal;

    /// <summary>Whether the handlers of a block have seen the state at its start: they are those of all blocks that it is entered from.</summary>
    public bool HaveSeenEntryOf(BasicBlock block)
    {
        if (block.Predecessors.IsEmpty)
            return false;
        var handlers = Of(block);
        foreach (var branch in block.Predecessors)
        {
            if (!branch.FinallyRegions.IsEmpty || Of(branch.Source) != handlers)
                return false;
        }

        return true;
    }

    /// <summary>The graph of a lambda hangs in a region of the outer graph, whose blocks are not its own: the walk ends at its root.</summary>
    private ImmutableArray<int> Of(ControlFlowRegion? region)
    {
        if (region is null || region.Kind == ControlFlowRegionKind.Root)
            return ImmutableArray<int>.Empty;
        if (_ofRegion.TryGetValue(region, out var known))
            return known;
        var outer = Of(region.EnclosingRegion);
        return _ofRegion[region] = region is { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { } whole } ? Nearest(whole, outer) : outer;
    }

    private static ImmutableArray<int> Nearest(ControlFlowRegion whole, ImmutableArray<int> outer)
    {
        var handlers = ImmutableArray.CreateBuilder<int>();
        foreach (var sibling in whole.NestedRegions)
        {
            if (sibling.Kind == ControlFlowRegionKind.Finally)
                return ImmutableArray.Create(sibling.FirstBlockOrdinal);
            if (sibling.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.Filter or ControlFlowRegionKind.FilterAndHandler)
                handlers.Add(sibling.FirstBlockOrdinal);
        }

        // A catch may not be for what is thrown.
        handlers.AddRange(outer);
        return handlers.ToImmutable();
    }
}
