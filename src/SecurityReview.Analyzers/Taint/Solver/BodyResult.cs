using System.Collections.Immutable;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;
using SecurityReview.Analyzers.Taint.Summaries;

namespace SecurityReview.Analyzers.Taint.Solver;

/// <summary>How a body ends.</summary>
/// <param name="Exit">The state in which it returns; null where it never does.</param>
/// <param name="Return">What it returns.</param>
/// <param name="Thrown">The exceptions that leave it.</param>
/// <param name="WhenThrown">The state in which they do; null where none is known.</param>
/// <param name="Spent">What of the functions that it calls was too much to look at; null for nothing.</param>
internal sealed record BodyResult(
    AbstractState? Exit,
    AbstractValue Return,
    AbstractValue Thrown,
    AbstractState? WhenThrown,
    IReadOnlyCollection<SymbolicOrigin> Consulted,
    AppliedFunctions Applied,
    ImmutableArray<ValidatedParameter> Validated,
    SpentBudget? Spent);
