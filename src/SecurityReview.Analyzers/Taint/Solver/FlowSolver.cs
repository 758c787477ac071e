using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SecurityReview.Analyzers.Taint.Guards;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Taint.State;
using SecurityReview.Analyzers.Taint.Transfer;

namespace SecurityReview.Analyzers.Taint.Solver;

/// <summary>
/// Forward abstract interpretation of one control flow graph to a fixpoint, by a worklist in block order (Kildall 1973; Cousot and Cousot
/// 1977). Terminates because values only grow and are limited in width, and because the budget ends what takes too long.
/// </summary>
internal sealed class FlowSolver
{
    private readonly ControlFlowGraph _graph;
    private readonly AnalysisBudget _budget;
    private readonly TransferFunction _transfer;
    private readonly GuardRefinement _guards;
    private readonly AbstractState?[] _entries;
    private readonly SortedSet<int> _worklist = new();
    private readonly FinallyPaths _finally;
    private AbstractState _everything = AbstractState.Empty;

    private FlowSolver(ControlFlowGraph graph, IMethodSymbol? body, AbstractState entry, ModelSet models, KnownTypes types, FlowAssumption? assumption, AnalysisBudget budget)
    {
        _graph = graph;
        _budget = budget;
        _finally = new FinallyPaths(graph);
        _transfer = new TransferFunction(body, models, types, budget, entry) { Assumption = assumption };
        _guards = new GuardRefinement(types, _transfer.CapturedBy);
        _transfer.Enter(body?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty);
        _entries = new AbstractState?[graph.Blocks.Length];
        _entries[0] = _transfer.State;
    }

    /// <summary>Solves a body; <see cref="BodyFlow.Unknown"/> where it is too large.</summary>
    /// <param name="body">The method, for what depends on it; null for a field initialiser.</param>
    /// <param name="entry">The state at its start: empty, or for a nested body what it captures.</param>
    /// <param name="assumption">What the query takes for granted.</param>
    public static BodyFlow Solve(ControlFlowGraph graph, IMethodSymbol? body, AbstractState entry, ModelSet models, KnownTypes types, CancellationToken cancellation,
        FlowAssumption? assumption = null)
    {
        try
        {
            return new FlowSolver(graph, body, entry, models, types, assumption, new AnalysisBudget(cancellation)).Solve();
        }
        catch (Exception exception) when (exception is BudgetExceededException or InsufficientExecutionStackException)
        {
            return BodyFlow.Unknown;
        }
    }

    private BodyFlow Solve()
    {
        _worklist.Add(0);
        while (_worklist.Count > 0)
        {
            _budget.Cancellation.ThrowIfCancellationRequested();
            var ordinal = _worklist.Min;
            _worklist.Remove(ordinal);
            Run(_graph.Blocks[ordinal], propagate: true);
        }

        return Record();
    }

    /// <summary>One more pass over every reached block, in order, that keeps the values.</summary>
    private BodyFlow Record()
    {
        var flow = new BodyFlow();
        _transfer.Recorder = (operation, value, state) =>
        {
            if (operation is IFlowAnonymousFunctionOperation function)
                flow.RecordNested(new NestedBody(function.Syntax, function.Symbol, state.WithoutTemporaries(), cancellation => _graph.GetAnonymousFunctionControlFlowGraphInScope(function, cancellation)));
            else
                flow.Record(operation.Syntax, value, state);
        };
        foreach (var block in _graph.Blocks)
        {
            if (_entries[block.Ordinal] is not null)
                Run(block, propagate: false);
        }

        foreach (var function in _graph.LocalFunctions)
        {
            if (function.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_budget.Cancellation) is { } syntax)
                flow.RecordNested(new NestedBody(syntax, function, _everything.WithoutTemporaries(), cancellation => _graph.GetLocalFunctionControlFlowGraphInScope(function, cancellation)));
        }

        return flow;
    }

    private void Run(BasicBlock block, bool propagate)
    {
        _transfer.State = _entries[block.Ordinal]!;
        var handlers = propagate ? HandlersOf(block) : ImmutableArray<int>.Empty;
        Reach(handlers, _transfer.State);
        foreach (var operation in block.Operations)
        {
            _transfer.Evaluate(operation);
            Reach(handlers, _transfer.State);
        }

        var outcome = block.BranchValue is null ? AbstractValue.Clean : _transfer.Evaluate(block.BranchValue);
        if (!propagate)
            return;
        var state = _transfer.State;
        Reach(handlers, state);
        _everything = _everything.Join(state);
        if (block is { ConditionKind: not ControlFlowConditionKind.None, BranchValue: { } condition })
        {
            var whenTaken = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
            var constant = outcome.Constant is { IsKnown: true, Value: bool truth } ? truth : (bool?)null;
            if (constant is null || constant == whenTaken)
                Follow(block.ConditionalSuccessor, _guards.Refine(state, condition, whenTaken));
            if (constant is null || constant != whenTaken)
                Follow(block.FallThroughSuccessor, _guards.Refine(state, condition, !whenTaken));
            return;
        }

        Follow(block.FallThroughSuccessor, state);
        LeaveFinally(block, state);
    }

    /// <summary>Follows a branch; the <c>finally</c> blocks on its way see the state too.</summary>
    private void Follow(ControlFlowBranch? branch, AbstractState state)
    {
        if (branch?.Destination is not { } destination)
            return;
        foreach (var region in branch.FinallyRegions)
            Reach(region.FirstBlockOrdinal, state);
        if (_finally.Leave(branch, state) is { } after)
            Reach(destination.Ordinal, after);
    }

    private void LeaveFinally(BasicBlock block, AbstractState state)
    {
        if (block.FallThroughSuccessor?.Semantics != ControlFlowBranchSemantics.StructuredExceptionHandling)
            return;
        if (RegionsAround(block).FirstOrDefault(region => region.Kind == ControlFlowRegionKind.Finally) is not { } region)
            return;
        foreach (var (branch, left) in _finally.End(region, state))
            Follow(branch, left);
    }

    /// <summary>The regions around a block, innermost first. The graph of a lambda hangs in a region of the outer graph, whose blocks are not its own.</summary>
    private static IEnumerable<ControlFlowRegion> RegionsAround(BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region is not null && region.Kind != ControlFlowRegionKind.Root; region = region.EnclosingRegion)
            yield return region;
    }

    private void Reach(ImmutableArray<int> blocks, AbstractState state)
    {
        foreach (var block in blocks)
            Reach(block, state);
    }

    private void Reach(int block, AbstractState state)
    {
        var known = _entries[block];
        var joined = known is null ? state : known.Join(state);
        if (known is not null && joined.Equals(known))
            return;
        _entries[block] = joined;
        _worklist.Add(block);
    }

    /// <summary>
    /// The first blocks of the handlers around a block. The graph has no edges into them: any operation of the region may throw, so they see
    /// the states before and after each.
    /// </summary>
    private static ImmutableArray<int> HandlersOf(BasicBlock block)
    {
        var handlers = ImmutableArray.CreateBuilder<int>();
        foreach (var region in RegionsAround(block))
        {
            if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { } whole)
                continue;
            foreach (var sibling in whole.NestedRegions)
            {
                if (sibling.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.Filter or ControlFlowRegionKind.FilterAndHandler or ControlFlowRegionKind.Finally)
                    handlers.Add(sibling.FirstBlockOrdinal);
            }
        }

        return handlers.ToImmutable();
    }
}
