using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Guards;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;
using SecurityReview.Analyzers.Taint.Summaries;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>Predicates that hold for known elements only: <c>columns.Where(s_known.Contains)</c>.</content>
internal sealed partial class TransferFunction
{
    private static readonly ImmutableHashSet<string> s_filters = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Where", "TakeWhile", "First", "FirstOrDefault", "Last", "LastOrDefault", "Single", "SingleOrDefault", "Find", "FindLast", "FindAll");

    /// <summary>The predicate that a call tests elements with; null where it has none.</summary>
    public static IOperation? PredicateOf(IInvocationOperation call) => (call.ArgumentFor("predicate") ?? call.ArgumentFor("match"))?.Value;

    /// <summary>Whether what a predicate gives one truth for is one of constants.</summary>
    private bool VouchesForElement(IOperation? predicate, bool outcome) => (predicate?.Unwrap() as IDelegateCreationOperation)?.Target switch
    {
        IMethodReferenceOperation { Method.Name: "Contains" or "ContainsKey", Instance: { Type.SpecialType: not SpecialType.System_String } set } when outcome => ConstantSets.IsConstant(set, State, _context.Types),
        IMethodReferenceOperation reference => Vouches(reference.Method.OriginalDefinition, outcome),
        IFlowAnonymousFunctionOperation lambda => Vouches(lambda.Symbol, outcome),
        _ => false,
    };

    private bool Vouches(IMethodSymbol predicate, bool outcome) =>
        predicate.Parameters.Length > 0 && _context.Summaries.Of(predicate, null) is { } summary && summary.Validated.Contains(new ValidatedParameter(0, outcome));

    /// <summary>What a filter looks at, where it lets only known elements through: these alone.</summary>
    private void KeepKnownElements(IInvocationOperation call, ref AbstractValue instance, ref Dictionary<IParameterSymbol, AbstractValue> arguments)
    {
        if (!s_filters.Contains(call.TargetMethod.Name) || CodeGoesFirst(call.TargetMethod) || !VouchesForElement(PredicateOf(call), outcome: true))
            return;
        var source = call.Instance is null ? arguments.Keys.FirstOrDefault(static parameter => parameter.Ordinal == 0) : null;
        var known = AbstractValue.OfObject(new HeapObject.Allocation(call.Syntax, null, null, "known"));
        WriteSlot(known, HeapSlot.AnyElement, State.ReadElement(source is null ? instance : arguments[source], HeapSlot.AnyElement).ObjectsOnly());
        if (source is null)
            instance = known;
        else
            arguments = new Dictionary<IParameterSymbol, AbstractValue>(arguments, SymbolEqualityComparer.Default) { [source] = known };
    }
}
