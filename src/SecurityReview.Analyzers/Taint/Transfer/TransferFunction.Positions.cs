using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>
/// Lists, stacks and queues as long as it is known how many elements they have: each element has its place. After the first change that is not
/// plain, any element may be anywhere.
/// </content>
internal sealed partial class TransferFunction
{
    /// <summary>How many places are told apart.</summary>
    private const int MaxPlaces = 32;

    private static readonly ImmutableHashSet<string> s_ordered = ImmutableHashSet.Create(StringComparer.Ordinal, "List`1", "IList`1", "ICollection`1", "Stack`1", "Queue`1");

    /// <summary>Calls that leave every element where it is.</summary>
    private static readonly ImmutableHashSet<string> s_lookingCalls = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Contains", "IndexOf", "LastIndexOf", "BinarySearch", "Exists", "Find", "FindAll", "FindIndex", "FindLast", "FindLastIndex", "TrueForAll", "ForEach", "CopyTo",
        "ToArray", "AsReadOnly", "ConvertAll", "GetEnumerator", "GetRange", "Slice", "EnsureCapacity", "TrimExcess", "TryPeek", "ToString", "Equals", "GetHashCode");

    /// <summary>An index counted from the end, as a constant.</summary>
    private sealed record FromEnd(int Distance);

    private static bool IsOrdered(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Arity: 1 } && s_ordered.Contains(type.MetadataName) && type.ContainingNamespace.IsNamed("System", "Collections", "Generic");

    private int? CountOf(AbstractValue collection) =>
        Single(collection) is HeapObject.Allocation target && State[new HeapSlot(target, HeapSlot.Count)]?.Constant is { IsKnown: true, Value: int count } ? count : null;

    private void SetCount(AbstractValue collection, int count) => WriteSlot(collection, HeapSlot.Count, AbstractValue.OfConstant(count));

    /// <summary>A new collection without an element, unless it was given some.</summary>
    private void StartCounting(AbstractValue created, IObjectCreationOperation creation)
    {
        if (IsOrdered(creation.Type) && creation.Arguments.All(static argument => argument.Parameter?.Type.SpecialType == SpecialType.System_Int32))
            SetCount(created, 0);
    }

    /// <summary>The result of a call that changes or reads places; null where its rows say what it does.</summary>
    private AbstractValue? CallOrdered(IMethodSymbol method, AbstractValue instance, Dictionary<IParameterSymbol, AbstractValue> arguments)
    {
        if (method.IsStatic || !IsOrdered(method.ContainingType) || s_lookingCalls.Contains(method.Name))
            return null;
        var values = Ordered(method, arguments);
        if (CountOf(instance) is { } count && count < MaxPlaces && Change(method, instance, values, count) is { } result)
            return result;
        if (method.Name == "RemoveAt" && values[0].Constant is { IsKnown: true, Value: int removed })
            RemovePlace(instance, removed);
        else if (method.Name is not ("Add" or "Push" or "Enqueue" or "Clear" or "Peek"))
            ForgetPlaces(instance);
        return null;
    }

    private AbstractValue? Change(IMethodSymbol method, AbstractValue instance, AbstractValue[] values, int count)
    {
        var isQueue = method.ContainingType.Name == "Queue";
        switch (method.Name)
        {
            case "Add" or "Push" or "Enqueue" when values.Length == 1:
                WriteSlot(instance, HeapSlot.Element(count), values[0]);
                SetCount(instance, count + 1);
                return AbstractValue.Clean;
            case "Insert" when values.Length == 2 && values[0].Constant is { IsKnown: true, Value: int index } && index >= 0 && index <= count:
                Replace(instance, count, places => places.Insert(index, values[1]));
                return AbstractValue.Clean;
            case "RemoveAt" when values[0].Constant is { IsKnown: true, Value: int index } && index >= 0 && index < count:
                Replace(instance, count, places => places.RemoveAt(index));
                return AbstractValue.Clean;
            case "Peek" or "Pop" or "Dequeue" when count > 0 && values.Length == 0:
                var place = isQueue ? 0 : count - 1;
                var taken = State.ReadElement(instance, HeapSlot.Element(place));
                if (method.Name != "Peek")
                    Replace(instance, count, places => places.RemoveAt(place));
                return taken;
            default:
                return null;
        }
    }

    private void Replace(AbstractValue instance, int count, Func<ImmutableArray<AbstractValue>, ImmutableArray<AbstractValue>> change)
    {
        var changed = change(Enumerable.Range(0, count).Select(i => State.ReadElement(instance, HeapSlot.Element(i))).ToImmutableArray());
        for (var i = 0; i < Math.Max(count, changed.Length); i++)
            WriteSlot(instance, HeapSlot.Element(i), i < changed.Length ? changed[i] : AbstractValue.Clean);
        SetCount(instance, changed.Length);
    }

    /// <summary>Any element may be anywhere. Of a list of the caller its count is not known any more: that tells the caller.</summary>
    private void ForgetPlaces(AbstractValue instance)
    {
        if (Single(instance) is HeapObject.Allocation)
            WriteSlot(instance, HeapSlot.AnyElement, State.ReadElement(instance, HeapSlot.AnyElement));
        else if (Single(instance) is HeapObject.Passed)
            WriteSlot(instance, HeapSlot.Count, AbstractValue.Clean);
    }

    /// <summary>What a call did to the places of a list that it was given: elements were removed one after the other, or it is not known what.</summary>
    private void ChangePlaces(HeapObject list, AbstractValue places)
    {
        var instance = AbstractValue.OfObject(list);
        var removed = places.Constant is { IsKnown: true, Value: RemovedPlaces { Indices: var indices } } ? indices : ImmutableArray<int>.Empty;
        if (removed.IsEmpty)
            ForgetPlaces(instance);
        foreach (var index in removed)
            RemovePlace(instance, index);
    }

    private void RemovePlace(AbstractValue instance, int index)
    {
        if (CountOf(instance) is { } count && count < MaxPlaces && index >= 0 && index < count)
            Replace(instance, count, places => places.RemoveAt(index));
        else if (Single(instance) is HeapObject.Passed list && RemovedFrom(list) is { } removed)
            WriteSlot(instance, HeapSlot.Count, AbstractValue.OfConstant(removed.And(index)));
        else
            ForgetPlaces(instance);
    }

    /// <summary>What was removed from a list of the caller, if nothing else happened to it; null where something did.</summary>
    private RemovedPlaces? RemovedFrom(HeapObject.Passed list)
    {
        if (State.SlotsOf(list).Any(static slot => slot.Key.IsElement))
            return null;
        return State[new HeapSlot(list, HeapSlot.Count)] is { } known ? known.Constant.IsKnown ? known.Constant.Value as RemovedPlaces : null : RemovedPlaces.None;
    }

    /// <summary>The places that were removed from a list of the caller, in order; stands where else its count does.</summary>
    private sealed record RemovedPlaces(ImmutableArray<int> Indices)
    {
        public static readonly RemovedPlaces None = new(ImmutableArray<int>.Empty);

        public RemovedPlaces And(int index) => new(Indices.Add(index));

        public bool Equals(RemovedPlaces? other) => other is not null && Indices.SequenceEqual(other.Indices);

        public override int GetHashCode() => Indices.Length;
    }

    /// <summary>An element by an index from the end, or a part by a range, of what the compiler only knows to count.</summary>
    private AbstractValue ReadImplicitIndexer(IImplicitIndexerReferenceOperation reference)
    {
        var instance = Evaluate(reference.Instance);
        var key = Evaluate(reference.Argument);
        if (reference.IndexerSymbol is IMethodSymbol slice)
        {
            return CallBodies(slice, instance, s_noArguments, reference, reference.Instance.Type, IsDispatched(reference.Instance))
                ?? ApplyModels(slice, instance, s_noArguments, reference) ?? instance.TaintsOnly();
        }

        return (reference.IndexerSymbol is IPropertySymbol { GetMethod: { } getter }
            ? CallBodies(getter, instance, s_noArguments, reference, reference.Instance.Type, IsDispatched(reference.Instance)) : null)
            ?? State.ReadElement(instance, ElementSlot([key], instance));
    }

    /// <summary>A collection expression. The oldest compiler that loads this has no name for it but its syntax.</summary>
    private AbstractValue EvaluateCollection(IOperation collection)
    {
        var created = AbstractValue.OfObject(new HeapObject.Allocation(collection.Syntax, collection.Type));
        int? place = 0;
        foreach (var element in collection.ChildOperations)
        {
            if (element.Syntax is SpreadElementSyntax)
            {
                foreach (var operand in element.ChildOperations)
                {
                    var spread = Evaluate(operand);
                    WriteSlot(created, HeapSlot.AnyElement, State.ReadElement(spread, HeapSlot.AnyElement));
                }

                place = null;
            }
            else
            {
                WriteSlot(created, place is { } known ? HeapSlot.Element(known) : HeapSlot.AnyElement, Evaluate(element));
                place++;
            }
        }

        if (place is { } count)
            SetCount(created, count);
        return created;
    }
}
