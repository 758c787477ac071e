using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;
using SecurityReview.Analyzers.Taint.Summaries;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>A summary at a call: what is symbolic in it is replaced by what the caller knows.</content>
internal sealed partial class TransferFunction
{
    private sealed class Substitution(TransferFunction caller, IMethodSymbol target, IMethodSymbol named, AbstractValue receiver, AbstractValue[] arguments, HeapObject.Closure? variables, IOperation call)
    {
        private readonly AbstractState _before = caller.State;
        private readonly ISymbol _member = FunctionUnit.MemberOf(target);
        private readonly Dictionary<HeapObject.Allocation, IReadOnlyList<(HeapObject.Allocation Copy, ImmutableArray<HeapObject> Originals)>> _copies = new();
        private Specialization? _specialization;

        /// <summary>What the by-reference parameters hold afterwards, by ordinal.</summary>
        public Dictionary<int, AbstractValue> Outs { get; } = new();

        /// <summary>The value of the call, with its effects on the caller's state; null where the target has no code.</summary>
        public AbstractValue? Apply()
        {
            if (caller._context.Summaries.Of(target, null) is not { } summary)
                return null;
            _specialization = SpecializationFor(summary);
            if (_specialization is { } specialization)
                summary = caller._context.Summaries.Of(target, specialization) ?? summary;
            if (!ReferenceEquals(summary.Thrown, AbstractValue.Bottom))
                caller.Thrown = caller.Thrown.Join(ValueOf(summary.Thrown));
            var result = ValueOf(summary.Return);
            caller.State = StateAfter(summary);
            foreach (var applied in summary.Applied)
                NoteApplied(applied);
            FillCopies(summary);
            return result;
        }

        /// <summary>What the target has copied holds what the originals hold here, but for what the target stored in it.</summary>
        private void FillCopies(Summary summary)
        {
            foreach (var pair in _copies)
            {
                foreach (var (copy, originals) in pair.Value)
                {
                    var names = originals.SelectMany(_before.SlotsOf).Select(static slot => slot.Key.Name).Distinct();
                    foreach (var name in names.Where(name => summary.Effects[new HeapSlot(pair.Key, name)] is null).ToList())
                    {
                        var (slot, value) = (new HeapSlot(copy, name), _before.Walk(AbstractValue.Clean.WithObjects(originals), [name]));
                        caller.State = caller.State.With(slot, (caller.State[slot] ?? AbstractValue.Bottom).Join(value));
                    }
                }
            }
        }

        private AbstractState StateAfter(Summary summary)
        {
            var after = _before;
            var lists = new List<(HeapObject List, AbstractValue Places)>();
            foreach (var pair in summary.Effects.Variables)
            {
                if (pair.Key is IParameterSymbol parameter && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, target))
                    Outs[parameter.Ordinal] = ValueOf(pair.Value);
                else if (SharedSlot(pair.Key) is { } shared)
                    after = after.With(shared, ValueOf(pair.Value));
                else
                    after = after.With(pair.Key, ValueOf(pair.Value));
            }

            // Elements under unknown keys first: those under known ones have them in already.
            foreach (var pair in summary.Effects.Slots.OrderBy(static slot => slot.Key.Name == HeapSlot.AnyElement ? 0 : 1))
            {
                if (IsCopy(pair.Key.Object))
                    continue;
                if (pair.Key is { Object: HeapObject.Passed, Name: HeapSlot.Count })
                {
                    // What stands there is for the lists below, once everything else is in place.
                    lists.AddRange(ObjectsOf(pair.Key.Object).Select(list => (list, summary.Effects.SlotsOf(pair.Key.Object).Any(static slot => slot.Key.IsElement) ? AbstractValue.Clean : pair.Value)));
                    continue;
                }

                if (pair.Key.Name == HeapSlot.AnyElement && IsCleared(pair.Key, pair.Value) && ObjectsOf(pair.Key.Object) is { Length: 1 } emptied)
                    after = after.WithoutElements(emptied[0]);
                var value = ValueOf(pair.Value);
                if (pair.Key.Object is HeapObject.Allocation or HeapObject.Closure)
                {
                    // The object is new, but a loop may have come by here before.
                    foreach (var made in ObjectsOf(pair.Key.Object))
                        after = after.With(pair.Key with { Object = made }, (after[pair.Key with { Object = made }] ?? AbstractValue.Bottom).Join(value));
                }
                else
                {
                    after = after.WriteSlot(AbstractValue.Clean.WithObjects(ObjectsOf(pair.Key.Object)), pair.Key.Name, value);
                }
            }

            caller.State = after;
            foreach (var (list, places) in lists)
                caller.ChangePlaces(list, places);
            return caller.State;
        }

        /// <summary>Whether nothing is left of the elements that a collection of the caller had.</summary>
        private static bool IsCleared(HeapSlot slot, AbstractValue elements) =>
            slot.Object is HeapObject.Passed && elements.Taints.Length < AbstractValue.MaxWidth && slot.Initial is { } initial && !initial.Taints.All(taint => elements.Taints.Any(taint.IsSame));

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
            if (taint.Origin is not SymbolicOrigin symbolic || RootValue(symbolic.Root) is not { } start)
                return AbstractValue.OfTaint(taint.Through(call.Syntax));
            return AbstractValue.Clean.WithTaints(_before.Walk(start, symbolic.Path).Taints).Select(upstream =>
                (upstream with { IsWhole = upstream.IsWhole && taint.IsWhole, SafeFor = upstream.SafeFor | taint.SafeFor }).Through(taint.Trace).Through(call.Syntax));
        }

        private ImmutableArray<HeapObject> ObjectsOf(HeapObject item)
        {
            switch (item)
            {
                case HeapObject.Passed passed:
                    return RootValue(passed.Origin.Root) is { } start ? _before.Walk(start, passed.Origin.Path).Objects : ImmutableArray.Create(item);
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

        private void NoteApplied(AppliedFunction applied)
        {
            foreach (var function in ObjectsOf(applied.Function).OfType<HeapObject.Function>())
                caller.NoteApplied(new AppliedFunction(function, applied.Arguments.Select(ValueOf).ToImmutableArray()), call);
        }

        /// <summary>What the caller knows of the things that the target consults. What it does not know it consults itself.</summary>
        private Specialization? SpecializationFor(Summary summary) => Specialization.Of(summary.Consulted, RootValue, _before, (place, value) =>
        {
            if (value is null)
                caller.Consulted.Add(place);
            else
                ConsultFurther(place, value);
        });

        private void ConsultFurther(SymbolicOrigin place, AbstractValue value)
        {
            foreach (var passed in value.Objects.OfType<HeapObject.Passed>())
                caller.Consulted.Add(passed.Origin);
            // A number or truth has no object: that it is handed on is seen in the code only.
            if (place is { Path: null, Root: IParameterSymbol parameter } &&
                ArgumentsOf(call).FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal)?.Value.Unwrap() is IParameterReferenceOperation handed)
            {
                caller.Consulted.Add(new SymbolicOrigin(handed.Parameter, null));
            }
            else if (place is { Path: { Parent: null, Slot: var slot } } && SymbolEqualityComparer.Default.Equals(place.Root, _member))
            {
                foreach (var holder in receiver.Objects.OfType<HeapObject.Passed>())
                {
                    if (holder.Member(slot) is { } member)
                        caller.Consulted.Add(member.Origin);
                }
            }
        }
    }
}
