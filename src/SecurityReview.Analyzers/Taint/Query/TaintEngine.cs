using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Taint.Solver;
using SecurityReview.Analyzers.Taint.State;
using SecurityReview.Analyzers.Taint.Transfer;

namespace SecurityReview.Analyzers.Taint.Query;

/// <summary>
/// Answers "can a value of these kinds reach this place". One per compilation and contents of the model files. A body is
/// solved when the first sink in it asks, and then serves all sinks and all rules.
/// </summary>
internal sealed class TaintEngine
{
    private readonly KnownTypes _types;
    private readonly EntryPoints _entryPoints;

    /// <summary>Weak: a solved body lives as long as the driver keeps its graph. Bodies solved under an assumption are kept apart.</summary>
    private readonly SolvedBodies _solved = new();
    private readonly ConditionalWeakTable<FlowAssumption, SolvedBodies> _solvedUnder = new();

    private TaintEngine(KnownTypes types, ModelSet models)
    {
        _types = types;
        _entryPoints = EntryPoints.Of(types, models);
        Models = models;
    }

    /// <summary>The models that hold in the compilation.</summary>
    public ModelSet Models { get; }

    /// <summary>The engine of a compilation under the model files that its options hold.</summary>
    public static TaintEngine Of(KnownTypes types, AnalyzerOptions options, CancellationToken cancellation = default) =>
        types.Fact(static key => new EnginesByModels(key)).For(UserModels.Of(options, cancellation), static (key, models) => new TaintEngine(key, models));

    /// <summary>The flow into an expression, or null where none is known.</summary>
    /// <param name="graph">The graph of the outermost body around the expression, as an operation action gives it.</param>
    /// <param name="body">The symbol of that body, or null.</param>
    /// <param name="expression">The syntax of the value at the sink.</param>
    /// <param name="kinds">Which sources count.</param>
    /// <param name="withContent">Whether the members and elements of an object count: for sinks that write out whole objects.</param>
    /// <param name="assumption">What the query takes for granted; null for nothing.</param>
    public TaintFlow? FlowInto(
        ControlFlowGraph graph, IMethodSymbol? body, SyntaxNode expression, SourceKinds kinds, bool withContent, CancellationToken cancellation,
        FlowAssumption? assumption = null)
    {
        var flow = Innermost(graph, body, expression, assumption, cancellation);
        var value = withContent ? flow.ContentOf(expression) : flow.ValueOf(expression);
        return value.Taints
            .Select(taint => Judge(taint, kinds))
            .Where(answer => answer is not null)
            .OrderBy(answer => answer!.Source.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(answer => answer!.Source.Location.SourceSpan.Start)
            .FirstOrDefault();
    }

    private TaintFlow? Judge(TracedOrigin taint, SourceKinds kinds)
    {
        var source = taint.Origin switch
        {
            SourceOrigin known => known,
            ParameterOrigin parameter => _entryPoints.SourceOf(parameter.Parameter),
            _ => null,
        };
        return source is null || (source.Kind & kinds) == 0 ? null : new TaintFlow(source, ImmutableArray.Create(source.Location).AddRange(taint.Steps()));
    }

    /// <summary>The flow of the innermost lambda or local function around an expression.</summary>
    private BodyFlow Innermost(ControlFlowGraph graph, IMethodSymbol? body, SyntaxNode expression, FlowAssumption? assumption, CancellationToken cancellation)
    {
        var solved = assumption is null ? _solved : _solvedUnder.GetOrCreateValue(assumption);
        if (!solved.Bodies.TryGetValue(graph, out var flow))
        {
            flow = FlowSolver.Solve(graph, body, AbstractState.Empty, Models, _types, cancellation, assumption);
            flow = solved.Bodies.GetValue(graph, _ => flow);
        }

        while (flow.Nested.FirstOrDefault(nested => nested.Syntax.FullSpan.Contains(expression.FullSpan) && nested.Syntax != expression) is { } nested)
        {
            if (!solved.Nested.TryGetValue(nested, out var inner))
            {
                var fresh = FlowSolver.Solve(nested.Graph(cancellation), nested.Symbol, nested.Entry, Models, _types, cancellation, assumption);
                inner = solved.Nested.GetValue(nested, _ => fresh);
            }

            flow = inner;
        }

        return flow;
    }

    private sealed class SolvedBodies
    {
        public ConditionalWeakTable<ControlFlowGraph, BodyFlow> Bodies { get; } = new();

        public ConditionalWeakTable<NestedBody, BodyFlow> Nested { get; } = new();
    }
}
