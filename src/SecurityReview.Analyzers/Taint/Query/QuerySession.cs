using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Names;
using SecurityReview.Analyzers.Taint.Relevance;
using SecurityReview.Analyzers.Taint.Solver;
using SecurityReview.Analyzers.Taint.Summaries;

namespace SecurityReview.Analyzers.Taint.Query;

/// <summary>The work of one query: solves the bodies that it needs and forgets their graphs with it.</summary>
internal sealed class QuerySession(KnownTypes types, FlowStore store, CancellationToken cancellation)
{
    private const int MaxSpecialized = 60;

    private readonly SummarySession _summaries = store.Open(cancellation);
    private int _specialized;

    /// <summary>What of that which the query has looked at was too much; null for nothing.</summary>
    public SpentBudget? Spent { get; private set; }

    public KnownTypes Types { get; } = types;

    public NameIndex Names { get; } = NameIndex.Of(types.Compilation);

    public CallTargets Targets { get; } = CallTargets.Of(types);

    /// <summary>The calls of functions that are known already.</summary>
    public ConcurrentDictionary<IMethodSymbol, KnownCalls> KnownCalls => store.Calls;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>Notes that something was not looked at.</summary>
    public void Note(SpentBudget? spent)
    {
        if (spent is not null)
            Spent = SpentBudget.First(Spent, spent);
    }

    /// <summary>The flow of a body whose graph is at hand, as far as it matters for some of its expressions.</summary>
    public BodyFlow FlowOf(ControlFlowGraph graph, ISymbol member, BodyDemand demand)
    {
        var flows = store.Of(graph.OriginalOperation.Syntax);
        if (flows.For(demand) is { } same)
            return Noted(same);
        var slice = SliceOf(graph, demand);
        if (flows.For(slice) is { } served)
            return Noted(flows.Keep(demand, slice, served));
        _summaries.Bodies.Add(graph);
        slice = flows.Narrowed(slice);
        return Noted(flows.Keep(demand, slice, _summaries.Solve(new FunctionUnit(member, member, graph), slice)));
    }

    /// <summary>The flow of a body anywhere in the compilation; null where the compiler makes no graph of it.</summary>
    public BodyFlow? FlowOf(SyntaxNode body, BodyDemand demand)
    {
        if (store.Of(body).For(demand) is { } known)
            return Noted(known);
        return GraphOf(body) is { } graph && MemberOf(body) is { } member ? FlowOf(graph, member, demand) : null;
    }

    /// <summary>The flow of the body that a member's code is.</summary>
    public BodyFlow? FlowOf(ISymbol member, BodyDemand demand) =>
        member is IMethodSymbol method && BodyDeclarations.Of(method, Cancellation) is { } body ? FlowOf(body, demand) : null;

    /// <summary>The flow of a function as it is for a caller that knows something; null where that is too much work for one query.</summary>
    public BodyFlow? FlowUnder(IMethodSymbol function, Specialization specialization, BodyDemand demand)
    {
        if (++_specialized > MaxSpecialized || _summaries.Bodies.UnitsOf(function) is not { IsEmpty: false } units)
            return null;
        var unit = units[units.Length - 1];
        return Noted(_summaries.Solve(unit, specialization.Entry(), SliceOf(unit.Graph, demand)));
    }

    private BodyFlow Noted(BodyFlow flow)
    {
        Note(flow.Spent);
        return flow;
    }

    private BodySlice SliceOf(ControlFlowGraph graph, BodyDemand demand) =>
        demand.IsEverything ? BodySlice.Whole : Slicer.Of(graph.OriginalOperation, demand.Places, store.Barrier, Cancellation);

    public ControlFlowGraph? GraphOf(SyntaxNode body) => _summaries.Bodies.GraphOf(body);

    /// <summary>The member whose body that is.</summary>
    public ISymbol? MemberOf(SyntaxNode body) => BodyDeclarations.SymbolOf(body, ForeignModels.Of(Types.Compilation, body.SyntaxTree), Cancellation);
}
