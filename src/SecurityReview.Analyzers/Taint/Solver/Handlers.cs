using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Taint.Solver;

/// <summary>The handlers that see what a block throws. The graph has no edges into them.</summary>
/// <param name="Blocks">The first block of each.</param>
/// <param name="Caught">The types of exceptions that none of them lets through; null for all.</param>
internal readonly record struct Handlers(ImmutableArray<int> Blocks, ImmutableArray<INamedTypeSymbol>? Caught)
{
    public static readonly Handlers None = new(ImmutableArray<int>.Empty, ImmutableArray<INamedTypeSymbol>.Empty);

    /// <summary>What of the thrown exceptions leaves the body.</summary>
    public AbstractValue Leaving(AbstractValue thrown)
    {
        if (Caught is not { } caught)
            return AbstractValue.Bottom;
        var leaving = thrown.Objects.RemoveAll(item => item is HeapObject.Allocation { Type: { } exact } && caught.Any(type => exact.IsOrInherits(type)));
        return leaving.IsEmpty && !thrown.Objects.IsEmpty && !thrown.IsTainted ? AbstractValue.Bottom : thrown.WithObjects(leaving);
    }

    public static Handlers Around(BasicBlock block)
    {
        var blocks = ImmutableArray.CreateBuilder<int>();
        var caught = ImmutableArray.CreateBuilder<INamedTypeSymbol>();
        foreach (var region in RegionsAround(block))
        {
            if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { } whole)
                continue;
            foreach (var sibling in whole.NestedRegions)
            {
                if (sibling.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.Filter or ControlFlowRegionKind.FilterAndHandler or ControlFlowRegionKind.Finally)
                    blocks.Add(sibling.FirstBlockOrdinal);
            }

            caught.AddRange(whole.NestedRegions.Where(static sibling => sibling.Kind == ControlFlowRegionKind.Catch).Select(static sibling => sibling.ExceptionType).OfType<INamedTypeSymbol>());
            if (whole.NestedRegions.Any(IsCatchAll))
                return new Handlers(blocks.ToImmutable(), null);
        }

        return new Handlers(blocks.ToImmutable(), caught.ToImmutable());
    }

    /// <summary>The regions around a block, innermost first. The graph of a lambda hangs in a region of the outer graph, whose blocks are not its own.</summary>
    public static IEnumerable<ControlFlowRegion> RegionsAround(BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region is not null && region.Kind != ControlFlowRegionKind.Root; region = region.EnclosingRegion)
            yield return region;
    }

    private static bool IsCatchAll(ControlFlowRegion region) =>
        region.Kind == ControlFlowRegionKind.Catch &&
        region.ExceptionType is null or { SpecialType: SpecialType.System_Object } or { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
