using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Solver;

/// <summary>A lambda or local function, not yet solved.</summary>
/// <param name="Syntax">Its declaration.</param>
/// <param name="Symbol">The function.</param>
/// <param name="Entry">What its captured variables may hold.</param>
/// <param name="Graph">Makes its graph.</param>
internal sealed record NestedBody(SyntaxNode Syntax, IMethodSymbol Symbol, AbstractState Entry, Func<CancellationToken, ControlFlowGraph> Graph);
