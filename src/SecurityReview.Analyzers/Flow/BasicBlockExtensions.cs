using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecurityReview.Analyzers.Flow;

/// <summary>Questions about blocks of the control flow graph.</summary>
internal static class BasicBlockExtensions
{
    /// <summary>The regions around a block, innermost first. The graph of a lambda hangs in a region of the outer graph, whose blocks are not its own.</summary>
    public static IEnumerable<ControlFlowRegion> RegionsAround(this BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region is not null && region.Kind != ControlFlowRegionKind.Root; region = region.EnclosingRegion)
            yield return region;
    }

    /// <summary>All operations of a block with their descendants, the branch value last.</summary>
    public static IEnumerable<IOperation> AllOperations(this BasicBlock block)
    {
        foreach (var operation in block.Operations)
        {
            foreach (var descendant in operation.DescendantsAndSelf())
                yield return descendant;
        }

        if (block.BranchValue is null)
            yield break;
        foreach (var descendant in block.BranchValue.DescendantsAndSelf())
            yield return descendant;
    }

    /// <summary>The branch that is taken when the branch value is true (or false).</summary>
    public static ControlFlowBranch? BranchWhen(this BasicBlock block, bool value) =>
        (block.ConditionKind == ControlFlowConditionKind.WhenTrue) == value ? block.ConditionalSuccessor : block.FallThroughSuccessor;

    /// <summary>Whether the block ends in a test of its branch value.</summary>
    public static bool IsConditional(this BasicBlock block) => block.ConditionKind != ControlFlowConditionKind.None && block.BranchValue is not null;
}
