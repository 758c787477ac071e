using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;

namespace SecurityReview.Analyzers.DeleteRace.MissingObject;

/// <summary>Whether a local that a look-up filled may still be empty where it is used.</summary>
internal sealed class MissingFlow(ControlFlowGraph graph, ILocalSymbol local, IOperation body)
{
    private readonly NullTest _test = new(local, body, new FlowCaptures(graph));

    /// <summary>The look-up that may have found nothing, as it reaches a use; null where the local is known to hold an object.</summary>
    public IInvocationOperation? At(SyntaxNode use)
    {
        var entry = new Dictionary<BasicBlock, IInvocationOperation?>();
        var pending = new Queue<BasicBlock>();
        entry[graph.Blocks[0]] = null;
        pending.Enqueue(graph.Blocks[0]);
        while (pending.Count > 0)
        {
            var block = pending.Dequeue();
            var (state, found) = Through(block, entry[block], use);
            if (found && state is not null)
                return state;
            // The graph of "x ?? false" as a condition tests the constant.
            if (block.IsConditional() && block.BranchValue is { ConstantValue: { HasValue: true, Value: bool always } })
            {
                Follow(block.BranchWhen(always), state);
                continue;
            }

            var isObject = block.IsConditional() ? _test.Of(block.BranchValue!) : null;
            Follow(block.ConditionalSuccessor, isObject is { } first && block.ConditionKind == ControlFlowConditionKind.WhenTrue == first ? null : state);
            Follow(block.FallThroughSuccessor, isObject is { } second && block.IsConditional() && block.ConditionKind == ControlFlowConditionKind.WhenTrue != second ? null : state);
        }

        return null;

        void Follow(ControlFlowBranch? branch, IInvocationOperation? state)
        {
            if (branch?.Destination is not { } next)
                return;
            if (entry.TryGetValue(next, out var known) && (known is not null || state is null))
                return;
            entry[next] = state;
            pending.Enqueue(next);
        }
    }

    /// <summary>The state behind a block; or at the use, where the block has it.</summary>
    private (IInvocationOperation? State, bool Found) Through(BasicBlock block, IInvocationOperation? state, SyntaxNode use)
    {
        foreach (var statement in block.Operations.Concat(block.BranchValue is { } branch ? [branch] : []))
        {
            foreach (var operation in statement.DescendantsAndSelf())
            {
                if (operation.Syntax == use)
                    return (state, true);
                if (operation is IInvocationOperation call && !call.Syntax.Span.Contains(use.Span) && call.Arguments.Any(argument => _test.IsLocal(argument.Value)) && MayCheck(call.TargetMethod))
                    state = null;
            }

            // An assignment takes effect behind what it is given.
            foreach (var assignment in statement.DescendantsAndSelf().OfType<IAssignmentOperation>())
            {
                if (_test.IsLocal(assignment.Target))
                    state = assignment is ISimpleAssignmentOperation ? Lookups.Of(assignment.Value) : null;
            }
        }

        return (state, false);
    }

    /// <summary>A guard of a library, or an own method, which may throw for an object that is missing.</summary>
    private static bool MayCheck(IMethodSymbol method) =>
        !method.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty
        || method.Name.IndexOf("Null", StringComparison.Ordinal) >= 0
        || method.Name.StartsWith("Ensure", StringComparison.Ordinal)
        || method.ContainingType?.Name is "Guard" or "Assert" or "Contract" or "Debug" or "Requires" or "Check" or "Throw";
}
