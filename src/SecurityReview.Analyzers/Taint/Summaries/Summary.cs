using System.Collections.Immutable;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Summaries;

/// <summary>
/// What callers need to know of a function, in terms of what it was given: symbolic origins stand for parameters, the instance, captured
/// variables and static members.
/// </summary>
/// <param name="Return">What it returns; for an iterator a collection of what it yields.</param>
/// <param name="Thrown">The exceptions that leave it; bottom for none that is known.</param>
/// <param name="Effects">What it leaves changed: variables from outside, by-reference parameters, slots of objects that a caller can reach.</param>
/// <param name="Consulted">What from outside decides its branches, is called as a delegate, or has its members overridden: knowing it makes the summary more exact.</param>
/// <param name="Applied">The delegates from outside that it calls, and with what.</param>
/// <param name="Validated">The parameters that it vouches for.</param>
/// <param name="Spent">What of it, or of what it calls, was too much to look at; null for nothing.</param>
internal sealed record Summary(
    AbstractValue Return,
    AbstractValue Thrown,
    AbstractState Effects,
    ImmutableArray<SymbolicOrigin> Consulted,
    ImmutableArray<AppliedFunction> Applied,
    ImmutableArray<ValidatedParameter> Validated,
    SpentBudget? Spent = null)
{
    /// <summary>Of how many places a summary tells that it depends on them, the nearest first: a walk through a tree consults every member on every way down.</summary>
    private const int MaxConsulted = 64;

    /// <summary>A function that does nothing and returns nothing known: the start of the iteration for recursive ones.</summary>
    public static readonly Summary Empty = new(
        AbstractValue.Clean, AbstractValue.Bottom, AbstractState.Empty,
        ImmutableArray<SymbolicOrigin>.Empty, ImmutableArray<AppliedFunction>.Empty, ImmutableArray<ValidatedParameter>.Empty);

    /// <summary>The places of <see cref="Consulted"/>: each once, the nearest first and not too many.</summary>
    public static ImmutableArray<SymbolicOrigin> Nearest(IEnumerable<SymbolicOrigin> consulted) =>
        consulted.Distinct().OrderBy(static place => place.Path?.Depth ?? 0).ThenBy(static place => SpecializationKey.Of(place, AbstractValue.Clean), StringComparer.Ordinal)
            .Take(MaxConsulted).ToImmutableArray();

    /// <summary>
    /// What holds of a recursive function by this summary or by the one that its code gives next. Sets that are limited in width keep what comes first, which may be
    /// something else in every round; joined, rounds only add (the widening of Cousot 1977).
    /// </summary>
    public Summary Join(Summary next) => new(
        Return.Join(next.Return), Thrown.Join(next.Thrown), Effects.Join(next.Effects),
        Nearest(Consulted.Concat(next.Consulted)),
        Applied.SequenceEqual(next.Applied) ? Applied : new AppliedFunctions(maxWays: 1).Add(Applied).Add(next.Applied).All.ToImmutableArray(),
        Validated.Where(next.Validated.Contains).ToImmutableArray(),
        next.Spent);

    public bool Equals(Summary? other) =>
        ReferenceEquals(this, other) ||
        (other is not null && Return.Equals(other.Return) && Thrown.Equals(other.Thrown) && Effects.Equals(other.Effects) &&
            Consulted.SequenceEqual(other.Consulted) && Applied.SequenceEqual(other.Applied) && Validated.SequenceEqual(other.Validated) && Equals(Spent, other.Spent));

    public override int GetHashCode() => Return.GetHashCode();
}
