using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>Dictionaries: the elements are the values, the keys are a collection beside them; who walks a dictionary meets pairs of both.</content>
internal sealed partial class TransferFunction
{
    private const string Keys = "Keys";

    /// <summary>Whether a type of the framework is walked by pairs.</summary>
    private static bool IsDictionary(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Arity: 2, DeclaringSyntaxReferences.IsEmpty: true } &&
        type.SelfAndInterfaces().Any(static item => item is { MetadataName: "IDictionary`2" or "IReadOnlyDictionary`2" } && item.ContainingNamespace.IsNamed("System", "Collections", "Generic"));

    /// <summary>A key under which something is stored.</summary>
    private void StoreKey(AbstractValue dictionary, AbstractValue key)
    {
        if (!key.IsTainted && key.Objects.IsEmpty)
            return;
        var keys = State.ReadSlot(dictionary, Keys);
        if (keys.Objects.IsEmpty && Single(dictionary) is HeapObject.Allocation holder)
        {
            keys = AbstractValue.OfObject(holder.PartIn(Keys));
            WriteSlot(dictionary, Keys, keys);
        }

        WriteSlot(keys, HeapSlot.AnyElement, key);
    }

    /// <summary>The pairs of a dictionary, as a collection of their own.</summary>
    private AbstractValue PairsOf(AbstractValue dictionary, SyntaxNode site)
    {
        var pairs = new HeapObject.Allocation(site, null, null, "pairs");
        var pair = AbstractValue.OfObject(pairs.PartIn("pair"));
        WriteSlot(pair, "Key", State.ReadElement(State.ReadSlot(dictionary, Keys), HeapSlot.AnyElement));
        WriteSlot(pair, "Value", State.ReadElement(dictionary, HeapSlot.AnyElement));
        var collection = AbstractValue.OfObject(pairs);
        WriteSlot(collection, HeapSlot.AnyElement, pair);
        return dictionary.TaintsOnly().WithObject(pairs);
    }
}
