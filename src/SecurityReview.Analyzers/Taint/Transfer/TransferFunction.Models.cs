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
        var cleared = rows.Where(static row => row.Role == ModelRole.Clears).SelectMany(static row => row.Places).ToList();
        // What a call takes out is cleared afterwards, what it fills before.
        foreach (var place in cleared.Where(place => !flows.Any(flow => flow.From.Equals(place))))
            Clear(place, instance, call);
        if (flows.Count == 0 && safeFor == 0)
            return rows.Any(row => row.Role == ModelRole.Clears) ? instance : null;

        if (IsDecoder(member))
        {
            arguments = new Dictionary<IParameterSymbol, AbstractValue>(arguments, SymbolEqualityComparer.Default);
            foreach (var pair in arguments.ToList())
                arguments[pair.Key] = pair.Value.Select(static taint => taint with { SafeFor = 0 });
        }

        var isCreation = call is IObjectCreationOperation;
        var result = isCreation ? instance : HasIdentity(call.Type) ? AbstractValue.OfObject(new HeapObject.Allocation(call.Syntax)) : AbstractValue.Clean;
        // A fluent call (builder.Append(…)) returns the object that it was called on.
        if (!isCreation && !flows.Any(static flow => flow.To.Root == PlaceRoot.Return) && member is IMethodSymbol { IsStatic: false } method && SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType) && HasIdentity(call.Type))
            result = instance;
        if (flows.Count == 0)
            return result.Join(State.ContentOf(arguments.Values.Aggregate(instance, static (joined, next) => joined.Join(next))).TaintsOnly().SafeFor(safeFor));
        var places = new ModelPlaces(this, instance, arguments, result, call);
        foreach (var flow in flows)
            places.Pass(flow);
        places.CallTheRest();
        foreach (var place in cleared.Where(place => flows.Any(flow => flow.From.Equals(place))))
            Clear(place, instance, call);
        return safeFor == 0 ? places.Result : places.Result.SafeFor(safeFor);
    }

    /// <summary>Whether a call takes back what made a text safe.</summary>
    private static bool IsDecoder(ISymbol member) =>
        member.Name is "HtmlDecode" or "UrlDecode" or "UnescapeDataString" or "UnescapeDataStringRewriting" or "Base64UrlDecode" ||
        (member.ContainingType?.Name == "Convert" && (member.Name.StartsWith("From", StringComparison.Ordinal) || member.Name.StartsWith("TryFrom", StringComparison.Ordinal))) ||
        (member.ContainingType?.Name == "Base64Url" && member.Name.StartsWith("Decode", StringComparison.Ordinal));

    /// <summary>Forgets the elements of one collection. A part of it cannot be told from the whole, so a view clears only what it sees whole.</summary>
    private void Clear(ModelPlace place, AbstractValue instance, IOperation call)
    {
        if (place is not { IsElement: true, Steps.Length: 1 })
            return;
        var argument = place.Root == PlaceRoot.Parameter ? ArgumentsOf(call).FirstOrDefault(argument => argument.Parameter?.Name == place.Parameter)?.Value : null;
        var collection = place.Root == PlaceRoot.This ? instance : argument is null ? AbstractValue.Clean : Evaluate(argument);
        if (collection.Objects.Length == 1)
            State = State.WithoutElements(collection.Objects[0]);
    }
}
