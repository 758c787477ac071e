using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>References that code returns: the value is what is at the place now, and the place comes with it, for those who write there.</content>
internal sealed partial class TransferFunction
{
    /// <summary>What a body returns by reference: the value, and where it is.</summary>
    public AbstractValue WithPlaces(IOperation returned, AbstractValue value) => value.Join(AbstractValue.Bottom.WithObjects(PlacesOf(returned)));

    /// <summary>Whether an operation is a call that gives a reference.</summary>
    private static bool IsReference(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod.ReturnsByRef: true } or IPropertyReferenceOperation { Property: { ReturnsByRef: true, DeclaringSyntaxReferences.IsEmpty: false } };

    private AbstractValue CallForReference(IOperation call) => call is IInvocationOperation invocation ? EvaluateInvocation(invocation) : ReadProperty((IPropertyReferenceOperation)call);

    /// <summary>What is at the place that a call refers to.</summary>
    private AbstractValue ReadReference(IOperation call)
    {
        var value = CallForReference(call);
        return value.WithObjects(value.Objects.RemoveAll(static item => item is HeapObject.Place));
    }

    private void WriteReference(IOperation call, AbstractValue value)
    {
        var places = PlacesOf(call);
        foreach (var place in places.OfType<HeapObject.Place>())
            Write(place, value, isOnly: places.Length == 1);
    }

    private void Write(HeapObject.Place place, AbstractValue value, bool isOnly)
    {
        if (place.Variable is { } variable)
            State = State.With(variable, isOnly ? value : (State[variable] ?? AbstractValue.Clean).Join(value));
        else if (place.Holder is { } holder)
            WriteSlot(AbstractValue.OfObject(holder), place.Slot, isOnly ? value : State.ReadSlot(AbstractValue.OfObject(holder), place.Slot).Join(value));
    }

    private ImmutableArray<HeapObject> PlacesOf(IOperation place)
    {
        switch (place.Unwrap())
        {
            case ILocalReferenceOperation { Local: var local }:
                return _aliases.TryGetValue(local, out var original) ? PlacesOf(original) : ImmutableArray.Create<HeapObject>(new HeapObject.Place(local, null, ""));
            case IParameterReferenceOperation { Parameter: var parameter }:
                return ImmutableArray.Create<HeapObject>(new HeapObject.Place(parameter, null, ""));
            case IFieldReferenceOperation { Field: { IsStatic: true } field }:
                return ImmutableArray.Create<HeapObject>(new HeapObject.Place(field, null, ""));
            case IFieldReferenceOperation { Instance: { } instance } member:
                return PlacesIn(Evaluate(instance), SlotName(member.Field));
            case IArrayElementReferenceOperation element:
                var array = Evaluate(element.ArrayReference);
                return PlacesIn(array, ElementSlot(element.Indices, array));
            case IPropertyReferenceOperation { Property: { ReturnsByRef: true, DeclaringSyntaxReferences.IsEmpty: true }, Instance: { } instance } indexer:
                var indexed = Evaluate(indexer.Instance);
                return PlacesIn(indexed, ElementSlot(indexer.Arguments.Select(static argument => argument.Value), indexed));
            case IFlowCaptureReferenceOperation reference when CapturedBy(reference.Id) is { } captured:
                return PlacesOf(captured);
            case { } call when IsReference(call):
                var places = CallForReference(call).Objects.RemoveAll(static item => item is not HeapObject.Place);
                return places.IsEmpty ? ElementsGivenTo(call) : places;
            default:
                return ImmutableArray<HeapObject>.Empty;
        }
    }

    /// <summary>Code that is not here refers into what it is given: the entry under a key, or any element.</summary>
    private ImmutableArray<HeapObject> ElementsGivenTo(IOperation call)
    {
        var arguments = ArgumentsOf(call);
        var key = arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "key") is { } given ? Evaluate(given.Value) : AbstractValue.Clean;
        return arguments.Where(static argument => argument.Parameter?.RefKind is RefKind.None).Select(argument => Evaluate(argument.Value))
            .SelectMany(collection => PlacesIn(collection, ElementSlot([key], collection))).ToImmutableArray();
    }

    private static ImmutableArray<HeapObject> PlacesIn(AbstractValue holders, string slot) =>
        holders.Objects.Select(holder => (HeapObject)new HeapObject.Place(null, holder, slot)).ToImmutableArray();
}
