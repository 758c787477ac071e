using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Relevance;
using SecurityReview.Analyzers.Taint.State;
using SecurityReview.Analyzers.Taint.Transfer;

namespace SecurityReview.Analyzers.Taint.Solver;

/// <summary>
/// Forward abstract interpretation of one control flow graph to a fixpoint, by a worklist in block order (Kildall 1973; Cousot and Cousot
/// 1977). Terminates because values only grow and are limited in width, and because the budget ends what takes too long.
/// </summary>
internal sealed class FlowSolver
{
    private readonly FunctionUnit _unit;
    private readonly ControlFlowGraph _graph;
    private readonly FlowContext _context;
    private readonly AnalysisBudget _budget;
    private readonly BodySlice _slice;
    private readonly TransferFunction _transfer;
    private readonly AbstractState?[] _entries;
    private readonly SortedSet<int> _worklist = new();
    private readonly FinallyPaths _finally;
    private readonly ExceptionHandlers _handlers = new();
    private readonly bool[] _isSeen;
    private AbstractState _everything = AbstractState.Empty;
    private AbstractValue _return = AbstractValue.Bottom;
    private AbstractValue _thrown = AbstractValue.Bottom;
    private AbstractState? _whenThrown;

    private FlowSolver(FunctionUnit unit, AbstractState entry, FlowContext context, BodySlice slice)
    {
        _unit = unit;
        _graph = unit.Graph;
        _context = context;
        _budget = new AnalysisBudget(context.Cancellation);
        _finally = new FinallyPaths(_graph);
        _slice = slice;
        _transfer = new TransferFunction(unit, context, _budget, entry, slice);
        _transfer.Enter();
        _entries = new AbstractState?[_graph.Blocks.Length];
        _isSeen = new bool[_graph.Blocks.Length];
        _entries[0] = _transfer.State;
    }

    /// <summary>Solves a body and keeps the values of its expressions; <see cref="BodyFlow.Unknown"/> where it is too large.</summary>
    /// <param name="entry">The state at its start: empty, or for a nested body what it captures.</param>
    /// <param name="slice">The calls that matter.</param>
    public static BodyFlow Solve(FunctionUnit unit, AbstractState entry, FlowContext context, BodySlice slice)
    {
        try
        {
            var solver = new FlowSolver(unit, entry, context, slice);
            solver.Solve();
            return solver.Record();
        }
        catch (Exception exception) when (exception is BudgetExceededException or InsufficientExecutionStackException)
        {
            return BodyFlow.Unknown;
        }
    }

    /// <summary>Solves a body for how it ends; null where it is too large.</summary>
    public static BodyResult? Summarize(FunctionUnit unit, AbstractState entry, FlowContext context)
    {
        try
        {
            var solver = new FlowSolver(unit, entry, context, BodySlice.Whole);
            solver.Solve();
            return solver.Result();
        }
        catch (Exception exception) when (exception is BudgetExceededException or InsufficientExecutionStackException)
        {
            return null;
        }
    }

    private void Solve()
    {
        _worklist.Add(0);
        while (_worklist.Count > 0)
        {
            _budget.Cancellation.ThrowIfCancellationRequested();
            var ordinal = _worklist.Min;
            _worklist.Remove(ordinal);
            Run(_graph.Blocks[ordinal], propagate: true);
        }
    }

    /// <summary>The collection of what an iterator yields; null where the body yields nothing.</summary>
    private HeapObject.Allocation? Yielded => _transfer.Yielded is null ? null : new HeapObject.Allocation(_graph.OriginalOperation.Syntax);

    private AbstractValue Returned => Yielded is { } made ? AbstractValue.OfObject(made) : _return;

    private BodyResult Result()
    {
        var exit = _entries[_graph.Blocks.Length - 1];
        if (Yielded is { } made)
            exit = (exit ?? AllEntries()).With(new HeapSlot(made, HeapSlot.AnyElement), _transfer.Yielded!);
        return new BodyResult(exit, Returned, _thrown, _whenThrown, _transfer.Consulted, _transfer.Applied, new Vouching(_unit, _graph, _transfer, _entries).Parameters());
    }

    /// <summary>What may hold at the end of a body that never returns, as an iterator may.</summary>
    private AbstractState AllEntries() => _entries.OfType<AbstractState>().Aggregate(static (all, entry) => all.Join(entry));

    /// <summary>One more pass over every reached block, in order, that keeps the values.</summary>
    private BodyFlow Record()
    {
        var flow = new BodyFlow();
        var lambdas = new List<(IFlowAnonymousFunctionOperation Function, AbstractState State)>();
        _transfer.Applications.IsRecording = true;
        _everything = _entries[0]!;
        _transfer.Recorder = (operation, value, state) =>
        {
            if (operation is IFlowAnonymousFunctionOperation function)
                lambdas.Add((function, state));
            else
                flow.Record(operation.Syntax, value, state);
        };
        foreach (var block in _graph.Blocks)
        {
            if (_entries[block.Ordinal] is not null)
                Run(block, propagate: false);
        }

        flow.Calls = _transfer.Applications;
        flow.Return = Returned;
        flow.Consulted = _transfer.Consulted;
        var entries = new NestedEntries(_transfer.Applications);
        foreach (var (function, state) in lambdas)
            Nest(flow, function.Syntax, function.Symbol, entries.Of(function.Symbol, state), _graph.GetAnonymousFunctionControlFlowGraphInScope(function, _budget.Cancellation));
        foreach (var function in _graph.LocalFunctions)
        {
            if (function.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_budget.Cancellation) is { } syntax)
                Nest(flow, syntax, function, entries.Of(function, _everything), _graph.GetLocalFunctionControlFlowGraphInScope(function, _budget.Cancellation));
        }

        flow.Calls.StoreHeld(_everything);
        flow.Everything = _everything;
        return flow;
    }

    private void Nest(BodyFlow flow, SyntaxNode syntax, IMethodSymbol function, AbstractState entry, ControlFlowGraph? graph)
    {
        if (graph is not null)
            flow.Nest(syntax, Solve(new FunctionUnit(function, _unit.Member, graph), entry.WithoutTemporaries(), _context, _slice));
    }

    private void Run(BasicBlock block, bool propagate)
    {
        var entry = _transfer.State = _entries[block.Ordinal]!;
        var handlers = propagate ? _handlers.Of(block) : ImmutableArray<int>.Empty;
        // The state that the handlers have seen last: of the block that led here, if they are its handlers too.
        var seen = !handlers.IsEmpty && _handlers.HaveSeenEntryOf(block) && block.Predecessors.All(branch => _isSeen[branch.Source.Ordinal]) ? entry : null;
        // Whatever the code of a try does, its handlers are code that may run.
        if (!handlers.IsEmpty && ExceptionHandlers.IsFirstOfTry(block))
            Reach(handlers, entry);
        foreach (var operation in block.Operations)
        {
            var before = _transfer.State;
            Evaluate(operation, block, handlers, ref seen);
            if (!propagate)
                _everything = _everything.JoinChanges(before, _transfer.State);
        }

        var last = _transfer.State;
        var outcome = block.BranchValue is null ? AbstractValue.Clean : Evaluate(block.BranchValue, block, handlers, ref seen);
        _isSeen[block.Ordinal] = ReferenceEquals(seen, _transfer.State);
        if (!propagate)
        {
            _everything = _everything.JoinChanges(last, _transfer.State);
            return;
        }

        var state = _transfer.State;
        Leave(block, outcome, state, handlers);
        if (block is { ConditionKind: not ControlFlowConditionKind.None, BranchValue: { } condition })
        {
            var whenTaken = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
            var constant = outcome.Constant is { IsKnown: true, Value: bool truth } ? truth : (bool?)null;
            if (constant is null || constant == whenTaken)
                Follow(block.ConditionalSuccessor, _transfer.Guards.Refine(state, condition, whenTaken));
            if (constant is null || constant != whenTaken)
                Follow(block.FallThroughSuccessor, _transfer.Guards.Refine(state, condition, !whenTaken));
            return;
        }

        Follow(block.FallThroughSuccessor, state);
        LeaveFinally(block, state);
    }

    /// <summary>Evaluates an operation. Handlers see the states before and after it, unless it is one that cannot throw.</summary>
    private AbstractValue Evaluate(IOperation operation, BasicBlock block, ImmutableArray<int> handlers, ref AbstractState? seen)
    {
        var mayThrow = !handlers.IsEmpty && ThrowingOperations.MayThrow(operation);
        if (mayThrow)
            Tell(handlers, seen);
        var before = _transfer.State;
        var value = _transfer.Evaluate(operation);
        ReachThrown(block, handlers);
        if (!mayThrow)
            return value;
        ReachChanged(handlers, before);
        seen = _transfer.State;
        return value;
    }

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
