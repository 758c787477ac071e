using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Solver;

/// <content>How a state gets from block to block: by branches, through <c>finally</c> blocks, and to handlers.</content>
internal sealed partial class FlowSolver
{
    private void Tell(ImmutableArray<int> handlers, AbstractState? seen)
    {
        if (seen is null)
            Reach(handlers, _transfer.State);
        else
            ReachChanged(handlers, seen);
    }

    /// <summary>What a call has thrown, handlers see; what they may not catch leaves the body.</summary>
    private void ReachThrown(BasicBlock block, ImmutableArray<int> handlers)
    {
        var thrown = _transfer.Thrown;
        if (ReferenceEquals(thrown, AbstractValue.Bottom))
            return;
        _transfer.Thrown = AbstractValue.Bottom;
        Reach(handlers, _transfer.State.With(ThrownException.Key, thrown));
        var leaving = Handlers.Around(block).Leaving(thrown);
        if (ReferenceEquals(leaving, AbstractValue.Bottom))
            return;
        _thrown = _thrown.Join(leaving);
        _whenThrown = _whenThrown?.Join(_transfer.State) ?? _transfer.State;
    }

    /// <summary>What a block returns or throws.</summary>
    private void Leave(BasicBlock block, AbstractValue outcome, AbstractState state, ImmutableArray<int> handlers)
    {
        switch (block.FallThroughSuccessor?.Semantics)
        {
            case ControlFlowBranchSemantics.Return when block.BranchValue is not null:
                _return = _return.Join(_unit.Symbol is IMethodSymbol { ReturnsByRef: true } ? _transfer.WithPlaces(block.BranchValue, outcome) : outcome);
                break;
            case ControlFlowBranchSemantics.Throw:
                _transfer.Thrown = outcome;
                ReachThrown(block, handlers);
                break;
            case ControlFlowBranchSemantics.Rethrow when state[ThrownException.Key] is { } caught:
                _transfer.Thrown = caught;
                ReachThrown(block, handlers);
                break;
        }
    }

    /// <summary>Follows a branch, through the <c>finally</c> blocks on its way.</summary>
    private void Follow(ControlFlowBranch? branch, AbstractState state)
    {
        if (branch?.Destination is not { } destination)
            return;
        if (branch.FinallyRegions.IsEmpty)
            Reach(destination.Ordinal, state);
        else
            Reach(_finally.Leave(branch, state));
    }

    private void LeaveFinally(BasicBlock block, AbstractState state)
    {
        if (block.FallThroughSuccessor?.Semantics != ControlFlowBranchSemantics.StructuredExceptionHandling)
            return;
        if (block.RegionsAround().FirstOrDefault(region => region.Kind == ControlFlowRegionKind.Finally) is not { } region)
            return;
        Reach(_finally.End(region, _entries[region.FirstBlockOrdinal] ?? state, state));
    }

    private void Reach(ImmutableArray<int> blocks, AbstractState state)
    {
        foreach (var block in blocks)
            Reach(block, state);
    }

    private void Reach(IEnumerable<(int Block, AbstractState State)> entered)
    {
        foreach (var (block, state) in entered)
            Reach(block, state);
    }

    private void Reach(int block, AbstractState state)
    {
        _budget.Step();
        var known = _entries[block];
        Enter(block, known, known?.Join(state) ?? state);
    }

    /// <summary>Handlers that have seen the state before an operation see what the operation has changed in it.</summary>
    private void ReachChanged(ImmutableArray<int> handlers, AbstractState before)
    {
        if (ReferenceEquals(before, _transfer.State))
            return;
        foreach (var block in handlers)
        {
            _budget.Step();
            var known = _entries[block];
            Enter(block, known, known?.JoinChanges(before, _transfer.State) ?? _transfer.State);
        }
    }

    /// <summary>A join that adds nothing is the state itself.</summary>
    private void Enter(int block, AbstractState? known, AbstractState joined)
    {
        if (ReferenceEquals(known, joined))
            return;
        _entries[block] = joined;
        _worklist.Add(block);
    }
}
