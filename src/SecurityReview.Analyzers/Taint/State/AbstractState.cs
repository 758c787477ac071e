using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Taint.State;

/// <summary>
/// What holds at one point of a body: the value of each variable and of each slot of each object. Immutable, so that states can be
/// kept per block and compared.
/// </summary>
internal sealed partial class AbstractState : IEquatable<AbstractState>
{
    public static readonly AbstractState Empty = new(
        ImmutableDictionary.Create<object, AbstractValue>(VariableComparer.Instance), ImmutableDictionary<HeapSlot, AbstractValue>.Empty);

    /// <summary>Keyed by <see cref="ISymbol"/> (local, parameter) or <see cref="CaptureId"/> (a temporary of the graph).</summary>
    private readonly ImmutableDictionary<object, AbstractValue> _variables;
    private readonly ImmutableDictionary<HeapSlot, AbstractValue> _heap;

    private AbstractState(ImmutableDictionary<object, AbstractValue> variables, ImmutableDictionary<HeapSlot, AbstractValue> heap)
    {
        _variables = variables;
        _heap = heap;
    }

    /// <summary>The value of a variable; null where nothing was assigned yet.</summary>
    public AbstractValue? this[object variable] => _variables.TryGetValue(variable, out var value) ? value : null;

    /// <summary>The value of a slot; null where nothing was stored yet.</summary>
    public AbstractValue? this[HeapSlot slot] => _heap.TryGetValue(slot, out var value) ? value : null;

    public AbstractState With(object variable, AbstractValue value) =>
        this[variable]?.Equals(value) == true ? this : new(_variables.SetItem(variable, value), _heap);

    public AbstractState With(HeapSlot slot, AbstractValue value) =>
        this[slot]?.Equals(value) == true ? this : new(_variables, _heap.SetItem(slot, value));

    /// <summary>The slots of an object that something was stored in.</summary>
    public IEnumerable<KeyValuePair<HeapSlot, AbstractValue>> SlotsOf(HeapObject target) =>
        _heap.Where(pair => pair.Key.Object.Equals(target));

    /// <summary>All variables that have a value.</summary>
    public IEnumerable<KeyValuePair<object, AbstractValue>> Variables => _variables;

    /// <summary>All slots that something was stored in.</summary>
    public IEnumerable<KeyValuePair<HeapSlot, AbstractValue>> Slots => _heap;

    /// <summary>A value with all that it holds: members and elements, to a depth; what a serialiser would write.</summary>
    public AbstractValue ContentOf(AbstractValue value)
    {
        var content = value;
        var seen = new HashSet<HeapObject>();
        var level = value.Objects;
        for (var depth = 0; depth < AccessPath.MaxDepth && !level.IsEmpty; depth++)
        {
            var next = ImmutableArray.CreateBuilder<HeapObject>();
            foreach (var slot in level.Where(seen.Add).SelectMany(SlotsOf))
            {
                content = content.Join(slot.Value.TaintsOnly());
                next.AddRange(slot.Value.Objects);
            }

            level = next.ToImmutable();
        }

        return content;
    }

    /// <summary>The state without the temporaries of its graph, which mean something else in another.</summary>
    public AbstractState WithoutTemporaries() =>
        new(_variables.RemoveRange(_variables.Keys.Where(key => key is CaptureId)), _heap);

    /// <summary>The state with a variable forgotten.</summary>
    public AbstractState Without(object variable) => _variables.ContainsKey(variable) ? new(_variables.Remove(variable), _heap) : this;

    /// <summary>The state with the elements of an object forgotten.</summary>
    public AbstractState WithoutElements(HeapObject target)
    {
        var gone = SlotsOf(target).Where(static slot => slot.Key.IsElement).Select(static slot => slot.Key).ToList();
        return new AbstractState(_variables, _heap.RemoveRange(gone)).With(new HeapSlot(target, HeapSlot.AnyElement), AbstractValue.Clean);
    }

    /// <summary>The least state that includes both.</summary>
    public AbstractState Join(AbstractState other)
    {
        if (ReferenceEquals(this, other))
            return this;
        var variables = Union(_variables, other._variables, static _ => null);
        var heap = Union(_heap, other._heap, static slot => slot.Initial);
        return ReferenceEquals(variables, _variables) && ReferenceEquals(heap, _heap) ? this : new AbstractState(variables, heap);
    }

    public bool Equals(AbstractState? other) =>
        ReferenceEquals(this, other) || (other is not null && Same(_variables, other._variables) && Same(_heap, other._heap));

    public override bool Equals(object? obj) => Equals(obj as AbstractState);

    public override int GetHashCode() => unchecked((_variables.Count * 397) ^ _heap.Count);

    private static ImmutableDictionary<TKey, AbstractValue> Union<TKey>(
        ImmutableDictionary<TKey, AbstractValue> left, ImmutableDictionary<TKey, AbstractValue> right, Func<TKey, AbstractValue?> initial)
        where TKey : notnull
    {
        if (ReferenceEquals(left, right))
            return left;
        var union = left.ToBuilder();
        foreach (var pair in right)
        {
            if (!left.TryGetValue(pair.Key, out var known))
                known = initial(pair.Key) ?? AbstractValue.Bottom;
            var joined = known.Join(pair.Value);
            if (!ReferenceEquals(joined, known) || !left.ContainsKey(pair.Key))
                union[pair.Key] = joined;
        }

        foreach (var pair in left)
        {
            if (!right.ContainsKey(pair.Key) && initial(pair.Key) is { } value)
                union[pair.Key] = pair.Value.Join(value);
        }

        return union.ToImmutable();
    }

    private static bool Same<TKey>(ImmutableDictionary<TKey, AbstractValue> left, ImmutableDictionary<TKey, AbstractValue> right)
        where TKey : notnull
    {
        if (ReferenceEquals(left, right))
            return true;
        if (left.Count != right.Count)
            return false;
        foreach (var pair in left)
        {
            if (!right.TryGetValue(pair.Key, out var value) || !value.Equals(pair.Value))
                return false;
        }

        return true;
    }
}
