using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Taint.State;

/// <content>Reads and writes of members and elements.</content>
internal sealed partial class AbstractState
{
    /// <summary>The value of a member: what was stored in it, or what came with the object as a whole.</summary>
    public AbstractValue ReadSlot(AbstractValue instance, string name)
    {
        var value = AbstractValue.Bottom;
        var isComplete = !instance.Objects.IsEmpty && !ExceptionMembers.IsDetail(instance);
        foreach (var target in instance.Objects)
        {
            var slot = new HeapSlot(target, name);
            if ((this[slot] ?? slot.Initial) is { } stored)
                value = value.Join(stored);
            else
                isComplete = false;
        }

        return isComplete ? value : AbstractValue.Clean.Join(instance.TaintsOnly().Select(taint => ExceptionMembers.Member(taint, name))).Join(value);
    }

    /// <summary>An element with a known key, or any: elements stored under unknown keys may be either.</summary>
    public AbstractValue ReadElement(AbstractValue collection, string slotName)
    {
        var value = AbstractValue.Clean;
        foreach (var target in collection.Objects)
        {
            if (slotName == HeapSlot.AnyElement)
                value = value.Join(AnyElementOf(target));
            else if ((this[new HeapSlot(target, slotName)] ?? this[new HeapSlot(target, HeapSlot.AnyElement)] ?? new HeapSlot(target, slotName).Initial) is { } stored)
                value = value.Join(stored);
        }

        return value.Join(collection.TaintsOnly());
    }

    /// <summary>The constants that are stored in a collection; undefined where anything else is.</summary>
    public ConstantLattice ConstantsIn(AbstractValue collection)
    {
        var constants = ConstantLattice.Undefined;
        foreach (var slot in collection.Objects.Length == 1 ? SlotsOf(collection.Objects[0]).Where(static slot => slot.Key.IsElement) : [])
        {
            if (slot.Value.IsTainted || !slot.Value.Constant.IsConstant)
                return ConstantLattice.Undefined;
            constants = constants.Join(slot.Value.Constant);
        }

        return constants;
    }

    private AbstractValue AnyElementOf(HeapObject target)
    {
        var value = AbstractValue.Bottom;
        foreach (var pair in SlotsOf(target))
        {
            if (pair.Key.IsElement)
                value = value.Join(pair.Value);
        }

        var any = new HeapSlot(target, HeapSlot.AnyElement);
        return this[any] is null && any.Initial is { } initial ? value.Join(initial) : value;
    }

    /// <summary>A known object's known slot is overwritten; where either may be another, the value is added.</summary>
    public AbstractState WriteSlot(AbstractValue instance, string name, AbstractValue value)
    {
        var isStrong = instance.Objects.Length == 1 && name != HeapSlot.AnyElement;
        var state = this;
        foreach (var target in instance.Objects)
        {
            // What is stored under an unknown key may have replaced what is known under another.
            if (name == HeapSlot.AnyElement)
            {
                state = SlotsOf(target).Where(static pair => pair.Key.IsElement).Aggregate(state, (current, pair) => current.With(pair.Key, pair.Value.Join(value)));
                if (state[new HeapSlot(target, HeapSlot.Count)] is not null)
                    state = state.With(new HeapSlot(target, HeapSlot.Count), AbstractValue.Clean);
            }

            var slot = new HeapSlot(target, name);
            state = state.With(slot, isStrong ? value : (state[slot] ?? slot.Initial ?? AbstractValue.Bottom).Join(value));
        }

        return state;
    }

    /// <summary>The state with what another one says of the objects made in a body that a value leads to.</summary>
    public AbstractState WithSlotsOf(AbstractValue value, AbstractState other)
    {
        var state = this;
        var seen = new HashSet<HeapObject>();
        var open = new Stack<HeapObject>(value.Objects.OfType<HeapObject.Allocation>());
        while (open.Count > 0)
        {
            var item = open.Pop();
            if (!seen.Add(item))
                continue;
            foreach (var slot in other.SlotsOf(item))
            {
                state = state.With(slot.Key, (state[slot.Key] ?? AbstractValue.Bottom).Join(slot.Value));
                foreach (var inner in slot.Value.Objects.OfType<HeapObject.Allocation>())
                    open.Push(inner);
            }
        }

        return state;
    }

    /// <summary>The value at the end of a path of members and elements.</summary>
    public AbstractValue Walk(AbstractValue start, AccessPath? path) => path is null ? start : Walk(start, path.Slots);

    /// <summary>The value at the end of a way through members and elements.</summary>
    public AbstractValue Walk(AbstractValue start, IEnumerable<string> slots) =>
        slots.Aggregate(start, (value, slot) => slot[0] == '[' ? ReadElement(value, slot) : ReadSlot(value, slot));
}
