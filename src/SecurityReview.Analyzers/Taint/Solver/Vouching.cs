using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;
using SecurityReview.Analyzers.Taint.Summaries;
using SecurityReview.Analyzers.Taint.Transfer;

namespace SecurityReview.Analyzers.Taint.Solver;

/// <summary>
/// Which parameters a solved body vouches for: those that a guard held for on every way to a return, or on every way to a return of one
/// truth. So <c>bool IsKnown(string name) => s_names.Contains(name)</c> is a guard wherever it is called.
/// </summary>
internal sealed class Vouching(FunctionUnit unit, ControlFlowGraph graph, TransferFunction transfer, AbstractState?[] entries)
{
    public ImmutableArray<ValidatedParameter> Parameters()
    {
        if (unit.Symbol is not IMethodSymbol method || (method.Parameters.IsEmpty && method.IsStatic))
            return ImmutableArray<ValidatedParameter>.Empty;
        var found = ImmutableArray.CreateBuilder<ValidatedParameter>();
        if (entries[entries.Length - 1] is { } exit)
            found.AddRange(Vouched(method, [exit]).Select(static ordinal => new ValidatedParameter(ordinal, null)));
        if (method.ReturnType.UnwrapTask().SpecialType == SpecialType.System_Boolean)
        {
            foreach (var outcome in new[] { true, false })
            {
                var states = StatesReturning(outcome);
                found.AddRange(Vouched(method, states).Select(ordinal => new ValidatedParameter(ordinal, outcome)));
                found.AddRange(VouchedMembers(method, states).Select(place => new ValidatedParameter(place.Ordinal, outcome, place.Member)));
            }
        }

        return found.ToImmutable();
    }

    private static IEnumerable<int> Vouched(IMethodSymbol method, IReadOnlyCollection<AbstractState> states) =>
        states.Count == 0 ? [] : method.Parameters
            .Where(parameter => states.All(state => state[new VouchedParameter(parameter)] is { } mark && mark.Equals(VouchedParameter.Yes)))
            .Select(static parameter => parameter.Ordinal);

    /// <summary>The members of what was passed that are clean in all states. Wherever the function returns they are told as its effects.</summary>
    private IEnumerable<(int Ordinal, AccessPath Member)> VouchedMembers(IMethodSymbol method, IReadOnlyCollection<AbstractState> states)
    {
        foreach (var slot in states.FirstOrDefault()?.Slots ?? [])
        {
            if (!slot.Key.IsElement && slot.Key.Name != HeapSlot.Count && slot.Key.Object is HeapObject.Passed { Origin: { } origin } && OrdinalOf(origin.Root, method) is { } ordinal &&
                states.All(state => state[slot.Key] is { IsTainted: false, Objects.IsEmpty: true }))
            {
                yield return (ordinal, new AccessPath(origin.Path, slot.Key.Name));
            }
        }
    }

    /// <summary>What the callers know by an ordinal; null for what is not theirs, or only a copy of it.</summary>
    private int? OrdinalOf(ISymbol root, IMethodSymbol method)
    {
        if (SymbolEqualityComparer.Default.Equals(root, unit.Member))
            return ValidatedParameter.Instance;
        return root is IParameterSymbol { Type.IsValueType: false } parameter && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, method) ? parameter.Ordinal : null;
    }

    private IReadOnlyCollection<AbstractState> StatesReturning(bool outcome)
    {
        var states = new List<AbstractState>();
        foreach (var block in graph.Blocks)
        {
            if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return && block.BranchValue is { } value && entries[block.Ordinal] is not null)
                Collect(block, value, outcome, states);
        }

        return states;
    }

    private void Collect(BasicBlock block, IOperation value, bool outcome, List<AbstractState> states)
    {
        // 'a && b' is a temporary that the blocks before have set, each in its own state.
        if (value.Unwrap() is IFlowCaptureReferenceOperation { Id: var id } && block.Operations.IsEmpty && block.Predecessors.Length > 1)
        {
            foreach (var predecessor in block.Predecessors.Select(static branch => branch.Source).Where(source => entries[source.Ordinal] is not null))
                Add(predecessor, predecessor.Operations.OfType<IFlowCaptureOperation>().LastOrDefault(capture => capture.Id.Equals(id))?.Value, outcome, states);
        }
        else
        {
            Add(block, value, outcome, states);
        }
    }

    private void Add(BasicBlock block, IOperation? value, bool outcome, List<AbstractState> states)
    {
        transfer.State = entries[block.Ordinal]!;
        foreach (var operation in block.Operations)
            transfer.Evaluate(operation);
        var constant = value is null ? default : transfer.Evaluate(value).Constant;
        if (constant is { IsKnown: true, Value: bool truth } && truth != outcome)
            return;
        states.Add(value is null ? transfer.State : transfer.Guards.Refine(transfer.State, value, outcome));
    }
}
