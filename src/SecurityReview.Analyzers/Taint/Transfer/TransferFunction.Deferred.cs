using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>
/// Queries that run when they are walked. Their rows are applied where they stand, and again wherever a variable changes that their lambdas have
/// captured: whoever walks the query later sees either.
/// </content>
internal sealed partial class TransferFunction
{
    private readonly List<Deferred> _deferred = new();

    /// <summary>Keeps a call that will be run later, if its lambdas give something that they have captured.</summary>
    private void NoteDeferred(IInvocationOperation call, AbstractValue instance, Dictionary<IParameterSymbol, AbstractValue> arguments)
    {
        if (call.TargetMethod is not { ContainingType: { Name: "Enumerable" or "ParallelEnumerable" }, ReturnType: INamedTypeSymbol { Name: "IEnumerable" or "IOrderedEnumerable" or "ParallelQuery" } } method ||
            !method.ContainingNamespace.IsNamed("System", "Linq"))
        {
            return;
        }

        var captured = arguments.Values.SelectMany(static argument => argument.Objects).OfType<HeapObject.Function>().SelectMany(CapturedIn).ToImmutableHashSet<ISymbol>(SymbolEqualityComparer.Default);
        var noted = _deferred.FindIndex(deferred => ReferenceEquals(deferred.Call, call));
        if (noted >= 0)
            _deferred[noted] = new Deferred(call, instance, arguments, captured);
        else if (!captured.IsEmpty || _deferred.Any(deferred => deferred.IsWalkedBy(arguments)))
            _deferred.Add(new Deferred(call, instance, arguments, captured));
    }

    /// <summary>The variables of this body that a function gives something of.</summary>
    private IEnumerable<ISymbol> CapturedIn(HeapObject.Function function)
    {
        if (!_unit.Owns(function.Method) || _context.Summaries.Of(function.Method, null) is not { } summary)
            return [];
        return summary.Effects.Slots.Select(static slot => slot.Value).Append(summary.Return)
            .SelectMany(static value => value.Taints.Select(static taint => taint.Origin).Concat(value.Objects.OfType<HeapObject.Passed>().Select(static passed => passed.Origin)))
            .OfType<SymbolicOrigin>().Select(static origin => origin.Root)
            .Where(root => root is ILocalSymbol or IParameterSymbol && !SymbolEqualityComparer.Default.Equals(root.ContainingSymbol, function.Method));
    }

    /// <summary>A variable has another value: the queries that give it have others too, and those that walk these.</summary>
    private void RunDeferred(ISymbol variable)
    {
        var changed = new List<Deferred>();
        foreach (var deferred in _deferred.ToList())
        {
            if (!deferred.Captured.Contains(variable) && !changed.Any(other => other.IsWalkedBy(deferred.Arguments)))
                continue;
            changed.Add(deferred);
            ApplyModels(deferred.Call.TargetMethod, deferred.Instance, deferred.Arguments, deferred.Call);
        }
    }

    private sealed record Deferred(IInvocationOperation Call, AbstractValue Instance, Dictionary<IParameterSymbol, AbstractValue> Arguments, ImmutableHashSet<ISymbol> Captured)
    {
        /// <summary>Whether a call was given this query.</summary>
        public bool IsWalkedBy(Dictionary<IParameterSymbol, AbstractValue> arguments) =>
            arguments.Values.Any(value => value.Objects.Any(item => item is HeapObject.Allocation made && ReferenceEquals(made.Site, Call.Syntax)));
    }
}
