using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Relevance;
using SecurityReview.Analyzers.Taint.Solver;

namespace SecurityReview.Analyzers.Taint.Query;

/// <summary>A value in a body that a search stands at: the one at the sink, or what a call on the way hands over.</summary>
/// <param name="Function">The function whose body it is in; null where that is no function.</param>
/// <param name="Site">The expression or call that it stands at.</param>
/// <param name="Demand">What has to be known of the body for it.</param>
/// <param name="ValueIn">The value, in the flow of the body: the search looks again once it knows more of how the body was called.</param>
internal sealed record FlowAnchor(IMethodSymbol? Function, SyntaxNode? Site, BodyDemand Demand, Func<BodyFlow, AbstractValue> ValueIn)
{
    /// <summary>Nowhere in particular: nothing more is learnt from the callers.</summary>
    public static readonly FlowAnchor None = new(null, null, BodyDemand.Everything, static _ => AbstractValue.Clean);
}
