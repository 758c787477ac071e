using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>Reads: variables, members, elements.</content>
internal sealed partial class TransferFunction
{
    /// <summary>The name of a member's slot; the elements of a tuple go by position, whatever they are called.</summary>
    private static string SlotName(ISymbol member) => member is IFieldSymbol { CorrespondingTupleField: { } element } ? element.Name : member.Name;

    /// <summary>Puts what the caller passes into the state, so that a branch that tests a parameter differs from one that does not.</summary>
    public void Enter(IEnumerable<IParameterSymbol> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (State[parameter] is null)
                State = State.With(parameter, ReadParameter(parameter));
        }

        EnterBoundProperties();
    }

    /// <summary>Properties that the framework has filled from the request before the body runs.</summary>
    private void EnterBoundProperties()
    {
        if (body is null)
            return;
        foreach (var (property, source, _) in BoundProperties.Of(types, models).FilledIn(body))
        {
            var slot = new HeapSlot(new HeapObject.This(), property.Name);
            if (State[slot] is not null || !_barrier.CanCarryText(property.Type) || property.DeclaringSyntaxReferences.FirstOrDefault() is not { } declaration)
                continue;
            var value = AbstractValue.OfOrigin(source);
            State = State.With(slot, HasIdentity(property.Type) ? value.WithObject(new HeapObject.Allocation(declaration.GetSyntax(budget.Cancellation))) : value);
        }
    }

    /// <summary>What a temporary of the graph stands for; null if it was not met yet.</summary>
    public IOperation? CapturedBy(CaptureId id) => _captured.TryGetValue(id, out var operation) ? operation : null;

    private AbstractValue ReadParameter(IParameterSymbol parameter)
    {
        // A primary-constructor parameter used in another member has been stored in the object.
        if (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor &&
            !SymbolEqualityComparer.Default.Equals(constructor, body))
        {
            return ReadSlot(AbstractValue.OfObject(new HeapObject.This()), parameter.Name);
        }

        if (State[parameter] is { } value)
            return value;
        if (ExceptionMembers.IsException(parameter.Type, types))
            return AbstractValue.OfOrigin(new SourceOrigin(SourceKinds.ExceptionDetail, $"the exception '{parameter.Name}'", LocationOf(parameter)));
        var origin = new ParameterOrigin(parameter, "");
        var passed = AbstractValue.OfOrigin(origin);
        return HasIdentity(parameter.Type) && _barrier.CanCarryText(parameter.Type) ? passed.WithObject(new HeapObject.Passed(origin)) : passed;
    }

    private AbstractValue ReadField(IFieldReferenceOperation field)
    {
        if (SourceOf(field.Field, field) is { } source)
            return source;
        if (field.Field.IsStatic)
            return State[field.Field] ?? AbstractValue.Clean;
        return ReadSlot(Evaluate(field.Instance), SlotName(field.Field));
    }

    private AbstractValue ReadProperty(IPropertyReferenceOperation reference)
    {
        var instance = Evaluate(reference.Instance);
        foreach (var argument in reference.Arguments)
            Evaluate(argument);
        var property = reference.Property;
        if (SourceOf(property, reference) is { } source)
            return source;
        if (property.IsStatic)
            return State[property] ?? AbstractValue.Clean;
        if (reference.Arguments.Length > 0)
            return ReadElement(instance, ElementSlot(reference.Arguments.Select(argument => argument.Value)));
        if (IsTransparent(property))
            return instance;
        if (ApplyModels(property, instance, s_noArguments, reference) is { } modelled)
            return modelled;
        if (property.Name == "Current" && !instance.Objects.IsEmpty)
            return ReadElement(instance, HeapSlot.AnyElement);
        var value = ExceptionMembers.IsException(reference.Instance?.Type, types) ? ExceptionMembers.Read(instance, property) : ReadSlot(instance, property.Name);
        return OrException(value, reference);
    }

    /// <summary>An exception that is had from anywhere but a creation is an exception that happened.</summary>
    private AbstractValue OrException(AbstractValue value, IOperation operation) =>
        !ExceptionMembers.IsException(operation.Type, types) || ExceptionMembers.IsKnown(value)
            ? value
            : AbstractValue.OfOrigin(new SourceOrigin(SourceKinds.ExceptionDetail, $"the exception '{operation.Syntax}'", operation.Syntax.GetLocation()));

    /// <summary>Members that only unwrap: the value of a nullable, the result of a task.</summary>
    private static bool IsTransparent(IPropertySymbol property) =>
        property is { Name: "Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } or
            { Name: "Result", ContainingType.Name: "Task" or "ValueTask" };

    /// <summary>The value of a member: what was stored in it, or what came with the object as a whole.</summary>
    private AbstractValue ReadSlot(AbstractValue instance, string name)
    {
        var value = AbstractValue.Bottom;
        var isComplete = !instance.Objects.IsEmpty;
        foreach (var target in instance.Objects)
        {
            var slot = new HeapSlot(target, name);
            if ((State[slot] ?? slot.Initial) is { } stored)
                value = value.Join(stored);
            else
                isComplete = false;
        }

        return isComplete ? value : AbstractValue.Clean.Join(instance.TaintsOnly()).Join(value);
    }

    /// <summary>An element with a known key, or any: elements stored under unknown keys may be either.</summary>
    private AbstractValue ReadElement(AbstractValue collection, string slotName)
    {
        var value = AbstractValue.Clean;
        var found = false;
        foreach (var target in collection.Objects)
        {
            foreach (var pair in State.SlotsOf(target))
            {
                if (!pair.Key.IsElement)
                    continue;
                found = true;
                if (slotName == HeapSlot.AnyElement || pair.Key.Name == slotName || pair.Key.Name == HeapSlot.AnyElement)
                    value = value.Join(pair.Value);
            }

            if (!found && new HeapSlot(target, HeapSlot.AnyElement).Initial is { } initial)
                value = value.Join(initial);
        }

        return found ? value : value.Join(collection.TaintsOnly());
    }

    /// <summary>The slot for an index or key: its own where the key is a constant.</summary>
    private string ElementSlot(IEnumerable<IOperation> indices)
    {
        var keys = indices.Select(index => Evaluate(index).Constant).ToList();
        return keys.Count > 0 && keys.All(key => key.IsKnown)
            ? HeapSlot.Element(string.Join(",", keys.Select(key => key.Value)))
            : HeapSlot.AnyElement;
    }

    private AbstractValue Capture(IFlowCaptureOperation capture)
    {
        _captured[capture.Id] = capture.Value;
        var value = Evaluate(capture.Value);
        State = State.With(capture.Id, value);
        return value;
    }

    private static bool HasIdentity(ITypeSymbol? type) =>
        type is not null && type.SpecialType != SpecialType.System_String && type is { IsReferenceType: true } or { TypeKind: TypeKind.Struct };

    private static Location LocationOf(ISymbol symbol) => symbol.Locations.FirstOrDefault() ?? Location.None;
}
