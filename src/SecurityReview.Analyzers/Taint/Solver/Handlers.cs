using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Taint.Solver;

/// <summary>What the handlers around a block let through.</summary>
/// <param name="Caught">The types of exceptions that none of them lets through; null for all.</param>
internal readonly record struct Handlers(ImmutableArray<INamedTypeSymbol>? Caught)
{
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
        var caught = ImmutableArray.CreateBuilder<INamedTypeSymbol>();
        foreach (var region in block.RegionsAround())
        {
            if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { } whole)
                continue;
            caught.AddRange(whole.NestedRegions.Where(static sibling => sibling.Kind == ControlFlowRegionKind.Catch).Select(static sibling => sibling.ExceptionType).OfType<INamedTypeSymbol>());
            if (whole.NestedRegions.Any(IsCatchAll))
                return new Handlers(null);
        }

        return new Handlers(caught.ToImmutable());
    }

    private static bool IsCatchAll(ControlFlowRegion region) =>
        region.Kind == ControlFlowRegionKind.Catch &&
        region.ExceptionType is null or { SpecialType: SpecialType.System_Object } or { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
