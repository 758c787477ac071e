using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>Events: the handlers are in a slot of the event's name, or where its own accessors put them.</content>
internal sealed partial class TransferFunction
{
    private AbstractValue AssignEvent(IEventAssignmentOperation assignment)
    {
        var handler = Evaluate(assignment.HandlerValue);
        if (assignment.EventReference is not IEventReferenceOperation reference)
            return AbstractValue.Clean;
        var instance = reference.Instance is null ? AbstractValue.Clean : Evaluate(reference.Instance);
        if (assignment.Adds)
            Applications.Store(handler, reference.Event);
        var accessor = assignment.Adds ? reference.Event.AddMethod : reference.Event.RemoveMethod;
        if (accessor is { Parameters.Length: 1 } &&
            CallBodies(accessor, instance, Argument(accessor.Parameters[0], handler), assignment, reference.Instance?.Type, IsDispatched(reference.Instance)) is not null)
            return AbstractValue.Clean;
        if (assignment.Adds && reference.Event.IsStatic)
            State = State.With(reference.Event, (State[reference.Event] ?? AbstractValue.Clean).Join(handler));
        else if (assignment.Adds)
            WriteSlot(instance, reference.Event.Name, State.ReadSlot(instance, reference.Event.Name).Join(handler));
        return AbstractValue.Clean;
    }

    private AbstractValue ReadEvent(IEventReferenceOperation reference) =>
        reference.Event.IsStatic ? State[reference.Event] ?? Symbolic(reference.Event, reference.Event.Type)
            : State.ReadSlot(reference.Instance is null ? AbstractValue.Clean : Evaluate(reference.Instance), reference.Event.Name);
}
