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
                state = SlotsOf(target).Where(static pair => pair.Key.IsElement).Aggregate(state, (current, pair) => current.With(pair.Key, pair.Value.Join(value)));
            var slot = new HeapSlot(target, name);
            state = state.With(slot, isStrong ? value : (state[slot] ?? slot.Initial ?? AbstractValue.Bottom).Join(value));
        }

        return state;
    }

    /// <summary>The value at the end of a path of members and elements.</summary>
    public AbstractValue Walk(AbstractValue start, AccessPath? path)
    {
        if (path is null)
            return start;
        var value = start;
        foreach (var slot in path.Slots)
            value = slot[0] == '[' ? ReadElement(value, slot) : ReadSlot(value, slot);
        return value;
    }
}
