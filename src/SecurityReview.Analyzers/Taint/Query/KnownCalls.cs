using System.Collections.Immutable;
using SecurityReview.Analyzers.Taint.Solver;

namespace SecurityReview.Analyzers.Taint.Query;

/// <summary>The calls of a function that a search has found.</summary>
/// <param name="Calls">The calls, in the order of files and places.</param>
/// <param name="Spent">What of the search was too much to look at; null for nothing.</param>
internal sealed record KnownCalls(ImmutableArray<Application> Calls, SpentBudget? Spent);
