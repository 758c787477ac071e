using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
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
internal sealed partial class FlowSolver
{
    private readonly FunctionUnit _unit;
    private readonly ControlFlowGraph _graph;
    private readonly FlowContext _context;
    private readonly AnalysisBudget _budget;
    private readonly BodySlice _slice;
    private readonly TransferFunction _transfer;
    private readonly AbstractState?[] _entries;
    private readonly BlockWorklist _worklist = new();
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
        _budget = new AnalysisBudget(context.Cancellation, context.MaxSteps);
        _finally = new FinallyPaths(_graph);
        _slice = slice;
        _transfer = new TransferFunction(unit, context, _budget, entry, slice);
        _transfer.Enter();
        _entries = new AbstractState?[_graph.Blocks.Length];
        _isSeen = new bool[_graph.Blocks.Length];
        _entries[0] = _transfer.State;
    }

    /// <summary>Solves a body and keeps the values of its expressions; none where it is too large.</summary>
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
            return new BodyFlow { Spent = new SpentBudget(unit.Symbol, BudgetLimit.Steps) };
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
        while (_worklist.Next() is { } ordinal)
        {
            _budget.Cancellation.ThrowIfCancellationRequested();
            Run(_graph.Blocks[ordinal], propagate: true);
        }
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
}
