using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.ExceptionHandling.FailOpen;

/// <summary>What lets a caller pass although the check failed.</summary>
/// <param name="Kind">How.</param>
/// <param name="Place">The value, call or assignment that does; the catch clause where nothing in it does anything.</param>
/// <param name="Variable">For <see cref="OpenOutcomeKind.Stands"/> the variable, for filters the context; null otherwise.</param>
/// <param name="Denial">For truth values, the one that refuses.</param>
internal sealed record OpenOutcome(OpenOutcomeKind Kind, IOperation Place, ISymbol? Variable = null, bool Denial = false);
