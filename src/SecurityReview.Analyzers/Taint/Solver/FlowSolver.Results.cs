using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Solver;

/// <content>What is kept of a body that is solved: how it ends, or the values of its expressions.</content>
internal sealed partial class FlowSolver
{
    /// <summary>The collection of what an iterator yields; null where the body yields nothing.</summary>
    private HeapObject.Allocation? Yielded => _transfer.Yielded is null ? null : new HeapObject.Allocation(_graph.OriginalOperation.Syntax);

    private AbstractValue Returned => Yielded is { } made ? AbstractValue.OfObject(made) : _return;

    private BodyResult Result()
    {
        var exit = _entries[_graph.Blocks.Length - 1];
        if (Yielded is { } made)
            exit = (exit ?? AllEntries()).With(new HeapSlot(made, HeapSlot.AnyElement), _transfer.Yielded!);
        return new BodyResult(exit, Returned, _thrown, _whenThrown, _transfer.Consulted, _transfer.Applied, new Vouching(_unit, _graph, _transfer, _entries).Parameters(),
            _budget.SpentByCallees);
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
        flow.Spent = _budget.SpentByCallees;
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
}
