using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SecurityReview.Analyzers.Taint.Lattice;
using Members = SecurityReview.Analyzers.Taint.State.PersistentMap<string, SecurityReview.Analyzers.Taint.Lattice.AbstractValue>;

namespace SecurityReview.Analyzers.Taint.State;

/// <summary>
/// What holds at one point of a body: the value of each variable and of each slot of each object. Immutable, so that states can be
/// kept per block and compared.
/// </summary>
internal sealed partial class AbstractState : IEquatable<AbstractState>
{
    public static readonly AbstractState Empty = new(
        PersistentMap<object, AbstractValue>.Create(VariableComparer.Instance), PersistentMap<HeapObject, Members>.Create(EqualityComparer<HeapObject>.Default));

    private static readonly Members s_noMembers = Members.Create(StringComparer.Ordinal);

    /// <summary>Keyed by <see cref="ISymbol"/> (local, parameter) or <see cref="CaptureId"/> (a temporary of the graph).</summary>
    private readonly PersistentMap<object, AbstractValue> _variables;
    private readonly PersistentMap<HeapObject, Members> _heap;

    private AbstractState(PersistentMap<object, AbstractValue> variables, PersistentMap<HeapObject, Members> heap)
    {
        _variables = variables;
        _heap = heap;
    }

    /// <summary>The value of a variable; null where nothing was assigned yet.</summary>
    public AbstractValue? this[object variable] => _variables[variable];

    /// <summary>The value of a slot; null where nothing was stored yet.</summary>
    public AbstractValue? this[HeapSlot slot] => _heap[slot.Object]?[slot.Name];

    public AbstractState With(object variable, AbstractValue value) =>
        this[variable]?.Equals(value) == true ? this : new(_variables.With(variable, value), _heap);

    public AbstractState With(HeapSlot slot, AbstractValue value) =>
        this[slot]?.Equals(value) == true ? this : new(_variables, _heap.With(slot.Object, (_heap[slot.Object] ?? s_noMembers).With(slot.Name, value)));

    /// <summary>The slots of an object that something was stored in.</summary>
    public IEnumerable<KeyValuePair<HeapSlot, AbstractValue>> SlotsOf(HeapObject target) =>
        (_heap[target] ?? s_noMembers).Select(pair => new KeyValuePair<HeapSlot, AbstractValue>(new HeapSlot(target, pair.Key), pair.Value));

    /// <summary>All variables that have a value.</summary>
    public IEnumerable<KeyValuePair<object, AbstractValue>> Variables => _variables;

    /// <summary>All slots that something was stored in.</summary>
    public IEnumerable<KeyValuePair<HeapSlot, AbstractValue>> Slots => _heap.SelectMany(pair => SlotsOf(pair.Key));

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
    public AbstractState WithoutTemporaries() => Of(_variables.Where(static pair => pair.Key is CaptureId).Aggregate(_variables, static (rest, pair) => rest.Without(pair.Key)), _heap);

    /// <summary>The state with a variable forgotten.</summary>
    public AbstractState Without(object variable) => Of(_variables.Without(variable), _heap);

    /// <summary>The state with nothing in the elements of an object that came from anywhere; there are as many as before.</summary>
    public AbstractState WithCleanElements(HeapObject target)
    {
        var members = SlotsOf(target).Where(static slot => slot.Key.IsElement).Aggregate(_heap[target] ?? s_noMembers, static (rest, slot) => rest.With(slot.Key.Name, AbstractValue.Clean));
        return new AbstractState(_variables, _heap.With(target, members.With(HeapSlot.AnyElement, AbstractValue.Clean)));
    }

    /// <summary>The state with the elements of an object forgotten.</summary>
    public AbstractState WithoutElements(HeapObject target)
    {
        var members = _heap[target] ?? s_noMembers;
        foreach (var slot in SlotsOf(target).Where(static slot => slot.Key.IsElement))
            members = members.Without(slot.Key.Name);
        members = members.With(HeapSlot.AnyElement, AbstractValue.Clean);
        return new AbstractState(_variables, _heap.With(target, this[new HeapSlot(target, HeapSlot.Count)] is null ? members : members.With(HeapSlot.Count, AbstractValue.OfConstant(0))));
    }

    public bool Equals(AbstractState? other) =>
        ReferenceEquals(this, other) || (other is not null &&
            _variables.IsSame(other._variables, static (left, right) => left.Equals(right)) &&
            _heap.IsSame(other._heap, static (left, right) => left.IsSame(right, static (one, another) => one.Equals(another))));

    public override bool Equals(object? obj) => Equals(obj as AbstractState);

    public override int GetHashCode() => unchecked((_variables.Count * 397) ^ _heap.Count);

    private AbstractState Of(PersistentMap<object, AbstractValue> variables, PersistentMap<HeapObject, Members> heap) =>
        ReferenceEquals(variables, _variables) && ReferenceEquals(heap, _heap) ? this : new AbstractState(variables, heap);
}
