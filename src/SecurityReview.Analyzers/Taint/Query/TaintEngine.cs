using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Taint.Names;
using SecurityReview.Analyzers.Taint.Relevance;
using SecurityReview.Analyzers.Taint.Solver;
using SecurityReview.Analyzers.Taint.Summaries;
using SecurityReview.Analyzers.Taint.Transfer;

namespace SecurityReview.Analyzers.Taint.Query;

/// <summary>
/// Answers "can a value of these kinds reach this place". One per compilation and contents of the model files. A body is
/// solved when the first query needs it, and then serves all queries of all rules.
/// </summary>
internal sealed class TaintEngine
{
    private readonly KnownTypes _types;
    private readonly FlowStore _store;
    private readonly FlowStore _nearby;

    /// <summary>What is solved under an assumption is kept apart.</summary>
    private readonly ConditionalWeakTable<FlowAssumption, FlowStore> _storesUnder = new();

    private readonly ConcurrentDictionary<string, FoundOnce<WrapperSet>> _wrappers = new(StringComparer.Ordinal);

    private TaintEngine(KnownTypes types, ModelSet models)
    {
        _types = types;
        Models = models;
        _store = new FlowStore(types, models, null, CallScope.All);
        _nearby = new FlowStore(types, models, null, CallScope.Nearby);
    }

    /// <summary>The models that hold in the compilation.</summary>
    public ModelSet Models { get; }

    /// <summary>The engine of a compilation under the model files that its options hold.</summary>
    public static TaintEngine Of(KnownTypes types, AnalyzerOptions options, CancellationToken cancellation = default) =>
        types.Fact(static key => new EnginesByModels(key)).For(UserModels.Of(options, cancellation), static (key, models) => new TaintEngine(key, models));

    /// <summary>The flow into an expression, or null where none is known.</summary>
    public TaintFlow? FlowInto(ControlFlowGraph graph, ISymbol member, SyntaxNode expression, TaintQuery query, CancellationToken cancellation, ISinkFinder? sinks = null) =>
        Ask(graph, member, expression, query, cancellation, sinks).Flow;

    /// <summary>The same for an expression anywhere in the compilation, such as an argument of a caller.</summary>
    public TaintFlow? FlowInto(SyntaxNode expression, ISymbol member, TaintQuery query, CancellationToken cancellation) =>
        BodyDeclarations.Around(expression) is { } body
            ? Ask(member, (session, demand) => session.FlowOf(body, demand), expression, query, cancellation, null).Flow
            : null;

    /// <summary>The flow into an expression, or what kept it from being found.</summary>
    /// <param name="graph">The graph of the outermost body around the expression, as an operation action gives it.</param>
    /// <param name="member">The member whose body that is.</param>
    /// <param name="expression">The syntax of the value at the sink.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="sinks">How the rule finds its sinks, if methods that hand a parameter on to one are sinks for it.</param>
    public TaintAnswer Ask(ControlFlowGraph graph, ISymbol member, SyntaxNode expression, TaintQuery query, CancellationToken cancellation, ISinkFinder? sinks = null) =>
        Ask(member, (session, demand) => session.FlowOf(graph, member, demand), expression, query, cancellation, sinks);

    private TaintAnswer Ask(
        ISymbol member, Func<QuerySession, BodyDemand, BodyFlow?> solve, SyntaxNode expression, TaintQuery query, CancellationToken cancellation, ISinkFinder? sinks)
    {
        var session = Open(query.Assumption, cancellation);
        try
        {
            var demand = BodyDemand.For(expression);
            if (solve(session, demand) is not { } flow)
                return default;
            var anchor = new FlowAnchor(member as IMethodSymbol, expression, demand, solved => query.WithContent ? solved.Around(expression).ContentOf(expression) : solved.Around(expression).ValueOf(expression));
            var value = anchor.ValueIn(flow);
            var found = value.IsTainted ? new OriginSearch(session, Models, query, sinks is null ? WrapperSet.None : WrappersOf(sinks, cancellation)).Find(anchor, value.Taints) : null;
            return new TaintAnswer(found, found is null ? session.Spent : null);
        }
        catch (BudgetExceededException)
        {
            return new TaintAnswer(null, new SpentBudget(member, BudgetLimit.Functions));
        }
    }

    /// <summary>The parameters that are sinks because their method hands them to one unchanged.</summary>
    public WrapperSet WrappersOf(ISinkFinder sinks, CancellationToken cancellation) => WrappersFor(sinks).Get(cancellation);

    /// <summary>The words for the sinks, and for the methods that hand a parameter on to one; a constructor goes by its type.</summary>
    public IEnumerable<SoughtWord> WordsFor(ISinkFinder sinks, CancellationToken cancellation) =>
        sinks.NamesIn(cancellation).Select(static sink => sink.Word).Concat(WrappersOf(sinks, cancellation).Words);

    /// <summary>The arguments that a method of the compilation hands to a sink unchanged; constants left out, unless they are asked for.</summary>
    public IEnumerable<IOperation> HandedOn(
        ISinkFinder sinks, IMethodSymbol method, IEnumerable<IArgumentOperation> arguments, CancellationToken cancellation, bool withConstants = false)
    {
        var wrappers = WrappersFor(sinks);
        if (!WrapperSet.MayContain(method) || (wrappers.IsFound && !wrappers.Get(cancellation).Contains(method)))
            return [];
        var barrier = TypeBarrier.Of(_types);
        var candidates = arguments.Where(argument => argument.Parameter is not null && (withConstants || !argument.Value.ConstantValue.HasValue) && barrier.CanCarryText(argument.Value.Unwrap().Type)).ToList();
        return candidates.Count == 0 || wrappers.Get(cancellation) is not { } found || !found.Contains(method)
            ? []
            : candidates.Where(argument => found.Contains(argument.Parameter!)).Select(static argument => argument.Value);
    }

    private FoundOnce<WrapperSet> WrappersFor(ISinkFinder sinks) => _wrappers.GetOrAdd(sinks.Kind, _ => new FoundOnce<WrapperSet>(cancellation => FindWrappers(sinks, cancellation)));

    private WrapperSet FindWrappers(ISinkFinder sinks, CancellationToken cancellation)
    {
        try
        {
            return new WrapperSearch(new QuerySession(_types, _nearby, cancellation), Models, sinks).Find();
        }
        catch (BudgetExceededException)
        {
            return WrapperSet.None;
        }
    }

    private QuerySession Open(FlowAssumption? assumption, CancellationToken cancellation)
    {
        var store = assumption is null ? _store : _storesUnder.GetValue(assumption, key => new FlowStore(_types, Models, key, CallScope.All));
        return new QuerySession(_types, store, cancellation);
    }
}
