using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Taint.Summaries;
using SecurityReview.Analyzers.Taint.Transfer;

namespace SecurityReview.Analyzers.Taint.Query;

/// <summary>The solved bodies and summaries under one assumption, with what was looked into for them. A solved body lives as long as its syntax does.</summary>
internal sealed class FlowStore(KnownTypes types, ModelSet models, FlowAssumption? assumption, CallScope scope)
{
    private readonly ConditionalWeakTable<SyntaxNode, SlicedFlows> _flows = new();
    private readonly SummaryTable _summaries = new();

    /// <summary>The types that carry nothing.</summary>
    public TypeBarrier Barrier { get; } = TypeBarrier.Of(types, assumption);

    /// <summary>A session for one query.</summary>
    public SummarySession Open(CancellationToken cancellation) => new(types, models, assumption, _summaries, cancellation, scope: scope);

    /// <summary>The calls of a function, where some query has looked for all of them.</summary>
    public ConcurrentDictionary<IMethodSymbol, KnownCalls> Calls { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The flows of a body that are known, each with the calls that it looks into.</summary>
    public SlicedFlows Of(SyntaxNode body) => _flows.GetValue(body, static _ => new SlicedFlows());
}
