using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>Delegates that a field or property holds, or a collection there.</content>
internal sealed partial class TransferFunction
{
    /// <summary>The functions that a delegate may be, by the member that it was had from and the key that it is kept under; empty where they are not all known.</summary>
    private ImmutableArray<IMethodSymbol> FunctionsHeld(HeapObject.Passed held, IOperation call, out HeapObject? receiver)
    {
        var slots = held.Origin.Path?.Slots.ToList() ?? new List<string>();
        var key = slots.LastOrDefault(static slot => slot[0] == '[');
        var member = MemberNamed(call, out receiver) ?? MemberHolding(held.Origin, slots, out receiver);
        return member is null ? ImmutableArray<IMethodSymbol>.Empty : DelegateMembers.Of(_context.Types).FunctionsIn(member, key, _context.Cancellation);
    }

    /// <summary>The member that is called, or asked for what is called.</summary>
    private ISymbol? MemberNamed(IOperation call, out HeapObject? receiver)
    {
        var holder = HolderOf(call);
        if (holder is IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } collection })
            holder = collection.Unwrap();
        receiver = holder is IMemberReferenceOperation { Instance: { } instance } ? Single(Evaluate(instance)) : null;
        return (holder as IMemberReferenceOperation)?.Member;
    }

    /// <summary>The member that a delegate from outside was in, whatever it was assigned to since.</summary>
    private ISymbol? MemberHolding(SymbolicOrigin origin, List<string> slots, out HeapObject? receiver)
    {
        receiver = null;
        var members = slots.TakeWhile(static slot => slot[0] != '[').ToList();
        if (slots.Count > members.Count + 1)
            return null;
        if (!origin.IsInstance)
            return members.Count == 0 && origin.Root is { IsStatic: true } and (IFieldSymbol or IPropertySymbol) ? origin.Root : null;
        receiver = Single(This);
        return members.Count == 1 ? InstanceMembers.Named(origin.Root.ContainingType, members[0]) : null;
    }
}
