using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>A value of a summary as it is for the caller.</content>
internal sealed partial class TransferFunction
{
    private sealed partial class Substitution
    {
        /// <summary>Whether an object is the target's own copy of a structure that was passed by value.</summary>
        private bool IsCopy(HeapObject item) =>
            item is HeapObject.Passed { Origin: { Path: null, Root: IParameterSymbol { RefKind: RefKind.None or RefKind.In, Type.IsValueType: true } parameter } } && IsCopied(parameter.Type) &&
            SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, target);

        /// <summary>What the root of a symbolic origin is for the caller; null where the caller does not know either.</summary>
        private AbstractValue? RootValue(ISymbol root)
        {
            if (root is IParameterSymbol parameter && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, target))
                return parameter.Ordinal < arguments.Length ? arguments[parameter.Ordinal] : AbstractValue.Clean;
            if (root is IParameterSymbol { ContainingSymbol: INamedTypeSymbol block } && SymbolEqualityComparer.Default.Equals(block, target.ContainingType))
                return receiver;
            if (root is ITypeParameterSymbol type)
                return TypeArguments.At(type, target, named, receiver, _before);
            if (SymbolEqualityComparer.Default.Equals(root, _member))
                return receiver;
            if (SharedSlot(root) is { } shared)
                return _before[shared];
            if (_before[root] is { } known)
                return known;
            return root is ILocalSymbol or IParameterSymbol && caller._unit.Owns(root) ? AbstractValue.Clean : null;
        }

        /// <summary>Where a variable is that the target shares with a function that has returned; null for any other.</summary>
        private HeapSlot? SharedSlot(object root) =>
            variables is not null && root is ILocalSymbol or IParameterSymbol && new HeapSlot(variables!, ((ISymbol)root).Name) is var slot && _before[slot] is not null ? slot : null;

        private AbstractValue ValueOf(AbstractValue value)
        {
            var result = AbstractValue.OfConstants(value.Constant);
            foreach (var taint in value.Taints)
                result = result.Join(ValueOf(taint));
            var objects = value.Objects.SelectMany(item => ObjectsOf(item)).Distinct().Take(AbstractValue.MaxWidth).ToImmutableArray();
            result = result.WithObjects(objects);
            return value.Constant.HasValues ? result.WithConstants(value.Constant) : result;
        }

        private AbstractValue ValueOf(TracedOrigin taint)
        {
            if (taint.Origin is not SymbolicOrigin symbolic || At(symbolic) is not { } held)
                return AbstractValue.OfTaint(taint.Through(call.Syntax));
            return AbstractValue.Clean.WithTaints(held.Taints).Select(upstream =>
                (upstream with { IsWhole = upstream.IsWhole && taint.IsWhole, SafeFor = upstream.SafeFor | taint.SafeFor }).Through(taint.Trace).Through(call.Syntax));
        }

        /// <summary>What the caller has at a place; null where it does not know either. A summary names the same places again and again.</summary>
        private AbstractValue? At(SymbolicOrigin place)
        {
            if (!_places.TryGetValue(place, out var held))
                _places[place] = held = RootValue(place.Root) is { } start ? _before.Walk(start, place.Path) : null;
            return held;
        }

        private ImmutableArray<HeapObject> ObjectsOf(HeapObject item)
        {
            switch (item)
            {
                case HeapObject.Passed passed:
                    return At(passed.Origin) is { } held ? held.Objects : ImmutableArray.Create(item);
                case HeapObject.Allocation when _specialization?.IsOfCaller(item) == true:
                    return ImmutableArray.Create(item);
                case HeapObject.Allocation { CopyOf: { } original } copy:
                    var copies = AbstractState.CopiesOf(ObjectsOf(original), copy with { Calls = CallChain.Prepend(call.Syntax, copy.Calls), CopyOf = null });
                    _copies[copy] = copies;
                    return copies.Select(static item => (HeapObject)item.Copy).ToImmutableArray();
                case HeapObject.Allocation allocation:
                    return ImmutableArray.Create<HeapObject>(allocation with { Calls = CallChain.Prepend(call.Syntax, allocation.Calls) });
                case HeapObject.Function when _specialization?.IsOfCaller(item) == true:
                    return ImmutableArray.Create(item);
                case HeapObject.Function function:
                    var receivers = function.Receiver is null ? ImmutableArray<HeapObject>.Empty : ObjectsOf(function.Receiver);
                    var shared = function.Variables is null ? null : ObjectsOf(function.Variables)[0] as HeapObject.Closure;
                    return ImmutableArray.Create<HeapObject>(function with { Receiver = receivers.Length == 1 ? receivers[0] : null, Variables = shared });
                case HeapObject.Place { Variable: IParameterSymbol parameter } when SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, target):
                    return ArgumentsOf(call).FirstOrDefault(given => given.Parameter?.Ordinal == parameter.Ordinal) is { } argument ? caller.PlacesOf(argument.Value) : ImmutableArray<HeapObject>.Empty;
                case HeapObject.Place { Holder: { } holder } place:
                    return ObjectsOf(holder).Select(actual => (HeapObject)(place with { Holder = actual })).ToImmutableArray();
                case HeapObject.Closure closure when IsOfTarget(closure):
                    return ImmutableArray.Create<HeapObject>(closure with { Calls = CallChain.Prepend(call.Syntax, closure.Calls) });
                default:
                    return ImmutableArray.Create(item);
            }
        }

        /// <summary>Whether variables are those of the target or of what it called; the caller's own stay what they are.</summary>
        private bool IsOfTarget(HeapObject.Closure closure) =>
            closure.Calls is not null || SymbolEqualityComparer.Default.Equals(closure.Owner, target);
    }
}
