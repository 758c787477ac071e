using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Summaries;

/// <summary>What a caller knows of what a function consults: constants, delegates, exact types. A summary made for it holds for equal knowledge only.</summary>
internal sealed class Specialization
{
    /// <summary>Past how many delegates, any of which may be meant, nothing is known: what each of them does is told of without, and sets of many come in many ways.</summary>
    private const int MaxDelegates = 4;

    private Specialization(ImmutableArray<(SymbolicOrigin Place, AbstractValue Known)> bindings)
    {
        Bindings = bindings;
        Key = string.Join("|", bindings.Select(static binding => SpecializationKey.Of(binding.Place, binding.Known)));
    }

    public ImmutableArray<(SymbolicOrigin Place, AbstractValue Known)> Bindings { get; }

    /// <summary>Equal for equal knowledge.</summary>
    public string Key { get; }

    /// <summary>Whether it speaks of constants that the caller has made, as a number that is counted down from call to call: not of those that it was given or that are written in it, of which a program has so many and no more.</summary>
    /// <param name="callers">What the caller was made for; null for nothing.</param>
    /// <param name="isWritten">Whether a constant is written in the caller.</param>
    public bool MakesConstants(Specialization? callers, Func<object?, bool> isWritten) =>
        Bindings.SelectMany(static binding => binding.Known.Constant.Values)
            .Any(constant => callers?.Bindings.Any(binding => binding.Known.Constant.Values.Contains(constant)) != true && !isWritten(constant));

    /// <summary>The objects of the caller that the knowledge speaks of: they are the caller's own in the summary too.</summary>
    public bool IsOfCaller(HeapObject item) =>
        Bindings.Any(binding => binding.Known.Objects.Any(known => known.Equals(item) || (known is HeapObject.Function { Receiver: { } receiver } && receiver.Equals(item))));

    /// <summary>What a caller knows of the places that a function consults; null where it knows nothing.</summary>
    /// <param name="root">What the root of a place is for the caller; null where it does not know.</param>
    /// <param name="state">The caller's state.</param>
    /// <param name="unknown">Hears the places that the caller knows no more of, with what it has there.</param>
    public static Specialization? Of(
        IEnumerable<SymbolicOrigin> consulted, Func<ISymbol, AbstractValue?> root, AbstractState state, Action<SymbolicOrigin, AbstractValue?> unknown)
    {
        var bindings = ImmutableArray.CreateBuilder<(SymbolicOrigin, AbstractValue)>();
        foreach (var place in consulted)
        {
            var value = root(place.Root) is { } start ? state.Walk(start, place.Path) : null;
            if (value is null)
                unknown(place, null);
            else if (value.Constant.IsKnown && value.Objects.IsEmpty)
                bindings.Add((place, AbstractValue.OfConstant(value.Constant.Value)));
            else if (place.Path is { Slot: HeapSlot.AnyElement } elements && state.ConstantsIn(state.Walk(root(place.Root)!, elements.Parent)) is { IsConstant: true } constants)
                bindings.Add((place, AbstractValue.Clean.WithConstants(constants)));
            else if (value.Objects.Length <= MaxDelegates && value.Objects.Any(static item => item is HeapObject.Function))
                bindings.Add((place, value));
            else if (ExactTypeOf(value) is { } type)
                bindings.Add((place, AbstractValue.OfOrigin(place).WithObject(new HeapObject.Passed(place, type))));
            else
                unknown(place, value);
        }

        return bindings.Count == 0 ? null : new Specialization(bindings.ToImmutable());
    }

    private static ITypeSymbol? ExactTypeOf(AbstractValue value) => value.Objects.Length != 1 ? null : value.Objects[0] switch
    {
        HeapObject.Allocation allocation => allocation.Type,
        HeapObject.Passed passed => passed.Exact,
        _ => null,
    };

    /// <summary>The state in which the function then begins.</summary>
    public AbstractState Entry()
    {
        var state = AbstractState.Empty;
        foreach (var (place, known) in Bindings)
        {
            state = place.Path is null
                ? state.With(place.Root, known)
                : state.With(new HeapSlot(new HeapObject.Passed(place with { Path = place.Path.Parent }), place.Path.Slot), known);
        }

        return state;
    }
}
