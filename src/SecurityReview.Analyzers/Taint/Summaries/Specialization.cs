using System.Collections.Immutable;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Summaries;

/// <summary>What a caller knows of what a function consults: constants, delegates, exact types. A summary made for it holds for equal knowledge only.</summary>
internal sealed class Specialization
{
    private Specialization(ImmutableArray<(SymbolicOrigin Place, AbstractValue Known)> bindings)
    {
        Bindings = bindings;
        Key = string.Join("|", bindings.Select(static binding => SpecializationKey.Of(binding.Place, binding.Known)));
    }

    public ImmutableArray<(SymbolicOrigin Place, AbstractValue Known)> Bindings { get; }

    /// <summary>Equal for equal knowledge.</summary>
    public string Key { get; }

    public static Specialization? Of(ImmutableArray<(SymbolicOrigin, AbstractValue)> bindings) => bindings.IsEmpty ? null : new Specialization(bindings);

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
