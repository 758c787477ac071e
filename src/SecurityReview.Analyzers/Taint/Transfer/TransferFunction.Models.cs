using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Modelling;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>What the rows of a model do.</content>
internal sealed partial class TransferFunction
{
    /// <summary>The result of a call by its rows; null where no row speaks of it.</summary>
    private AbstractValue? ApplyModels(
        ISymbol member, AbstractValue instance, Dictionary<IParameterSymbol, AbstractValue> arguments, IOperation call)
    {
        var rows = _context.Models.RowsOf(member is IMethodSymbol { ReducedFrom: { } unreduced } ? unreduced : member);
        if (rows.IsEmpty)
            return null;
        var safeFor = rows.Where(row => row.Role == ModelRole.Sanitizer).Aggregate(0, (kinds, row) => kinds | SinkKindNames.BitOf(row.Kind));
        var flows = rows.Where(row => row.Role == ModelRole.Passes).SelectMany(row => row.Flows).ToList();
        foreach (var row in rows.Where(row => row.Role == ModelRole.Clears))
            Clear(row, instance);
        if (flows.Count == 0 && safeFor == 0)
            return rows.Any(row => row.Role == ModelRole.Clears) ? instance : null;

        var isCreation = call is IObjectCreationOperation;
        var result = isCreation ? instance : HasIdentity(call.Type) ? AbstractValue.OfObject(new HeapObject.Allocation(call.Syntax)) : AbstractValue.Clean;
        // A fluent call (builder.Append(…)) returns the object that it was called on.
        if (!isCreation && !flows.Any(static flow => flow.To.Root == PlaceRoot.Return) && member is IMethodSymbol { IsStatic: false } method && SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType) && HasIdentity(call.Type))
            result = instance;
        if (flows.Count == 0)
            return result.Join(arguments.Values.Aggregate(instance, static (joined, next) => joined.Join(next)).TaintsOnly().SafeFor(safeFor));
        var places = new ModelPlaces(this, instance, arguments, result, call);
        foreach (var flow in flows)
            places.Pass(flow);
        places.CallTheRest();
        return safeFor == 0 ? places.Result : places.Result.SafeFor(safeFor);
    }

    private void Clear(ModelRow row, AbstractValue instance)
    {
        if (row.Places.Any(static place => place is { Root: PlaceRoot.This, IsElement: true }))
            State = instance.Objects.Length == 1 ? State.WithoutElements(instance.Objects[0]) : State;
    }
}
