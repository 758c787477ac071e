using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Lattice;
using Members = SecurityReview.Analyzers.Taint.State.PersistentMap<string, SecurityReview.Analyzers.Taint.Lattice.AbstractValue>;

namespace SecurityReview.Analyzers.Taint.State;

/// <content>Joins. What two states share is not looked at, and a state that another one adds nothing to is returned itself.</content>
internal sealed partial class AbstractState
{
    /// <summary>The least state that includes both.</summary>
    public AbstractState Join(AbstractState other)
    {
        if (ReferenceEquals(this, other))
            return this;
        var (variables, heap) = (_variables.Join(other._variables, static (_, left, right) => Either(left, right)), _heap.Join(other._heap, JoinMembers, JoinAlone));
        return ReferenceEquals(variables, other._variables) && ReferenceEquals(heap, other._heap) && !ReferenceEquals(variables, _variables) ? other : Of(variables, heap);
    }

    /// <summary>The join with a later state, where this one includes the earlier already: only what changed in between is looked at.</summary>
    public AbstractState JoinChanges(AbstractState earlier, AbstractState later)
    {
        if (ReferenceEquals(earlier, later))
            return this;
        var (variables, heap) = (_variables, _heap);
        later._variables.ForEachChange(earlier._variables, (key, _, value) => variables = variables[key] is { } known
            ? known.Join(value) is var joined && ReferenceEquals(joined, known) ? variables : variables.With(key, joined)
            : variables.With(key, value));
        later._heap.ForEachChange(earlier._heap, (target, before, members) =>
        {
            if (heap[target] is not { } known)
            {
                heap = heap.With(target, JoinAlone(target, members));
                return;
            }

            var joined = known;
            members.ForEachChange(before ?? s_noMembers, (name, _, value) => joined = WithJoined(joined, new HeapSlot(target, name), value));
            if (!ReferenceEquals(joined, known))
                heap = heap.With(target, joined);
        });
        return Of(variables, heap);
    }

    /// <summary>The slots, and the static members, that are other than in an earlier state.</summary>
    public IReadOnlyList<StateChange> ChangesSince(AbstractState earlier)
    {
        var changes = new List<StateChange>();
        if (ReferenceEquals(this, earlier))
            return changes;
        _variables.ForEachChange(earlier._variables, (key, before, after) =>
        {
            if (key is ISymbol { IsStatic: true } && !after.Equals(before))
                changes.Add(new StateChange(key, default, before, after));
        });
        _heap.ForEachChange(earlier._heap, (target, before, members) => members.ForEachChange(before ?? s_noMembers, (name, value, after) =>
        {
            var slot = new HeapSlot(target, name);
            value ??= slot.Initial;
            if (!after.Equals(value))
                changes.Add(new StateChange(null, slot, value, after));
        }));
        return changes;
    }

    /// <summary>The state after something that made some changes: what is not in there any more is gone, the rest is added.</summary>
    public AbstractState WithChanges(IReadOnlyList<StateChange> changes)
    {
        var state = this;
        foreach (var change in changes)
        {
            if (change.Variable is { } variable)
                state = state.With(variable, change.IsOverwritten || state[variable] is not { } held ? change.After : held.Join(change.After));
            else
                state = state.With(change.Slot, change.IsOverwritten || (state[change.Slot] ?? change.Slot.Initial) is not { } stored ? change.After : stored.Join(change.After));
        }

        return state;
    }

    private static Members WithJoined(Members members, HeapSlot slot, AbstractValue value)
    {
        var known = members[slot.Name];
        var joined = (known ?? slot.Initial ?? AbstractValue.Bottom).Join(value);
        return ReferenceEquals(joined, known) ? members : members.With(slot.Name, joined);
    }

    private static Members JoinMembers(HeapObject target, Members left, Members right) =>
        left.Join(right, static (_, one, another) => Either(one, another), HasInitial(target) ? (name, value) => WithInitial(new HeapSlot(target, name), value) : null);

    /// <summary>Where only one of two states has stored into an object of the caller, the other one has in it what the caller put there.</summary>
    private static Members JoinAlone(HeapObject target, Members members) =>
        HasInitial(target) ? members.Join(s_noMembers, static (_, one, another) => Either(one, another), (name, value) => WithInitial(new HeapSlot(target, name), value)) : members;

    private static bool HasInitial(HeapObject target) => target is HeapObject.Passed or HeapObject.Allocation { CopyOf: not null };

    private static AbstractValue WithInitial(HeapSlot slot, AbstractValue value) => slot.Initial is { } initial ? value.Join(initial) : value;

    /// <summary>The join; one of the two itself where it includes the other, so that the states go on sharing it.</summary>
    private static AbstractValue Either(AbstractValue left, AbstractValue right)
    {
        var joined = left.Join(right);
        return !ReferenceEquals(joined, left) && joined.Equals(right) ? right : joined;
    }
}
