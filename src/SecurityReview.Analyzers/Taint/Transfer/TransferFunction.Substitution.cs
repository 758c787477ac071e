using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;
using SecurityReview.Analyzers.Taint.Summaries;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>A summary at a call: what is symbolic in it is replaced by what the caller knows.</content>
internal sealed partial class TransferFunction
{
    private sealed partial class Substitution(TransferFunction caller, IMethodSymbol target, IMethodSymbol named, AbstractValue receiver, AbstractValue[] arguments, HeapObject.Closure? variables, IOperation call)
    {
        private readonly AbstractState _before = caller.State;
        private readonly ISymbol _member = target.MemberAround();
        private readonly Dictionary<HeapObject.Allocation, IReadOnlyList<(HeapObject.Allocation Copy, ImmutableArray<HeapObject> Originals)>> _copies = new();
        private readonly Dictionary<SymbolicOrigin, AbstractValue?> _places = new();
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
            caller.NoteSpent(summary.Spent);
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
