using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>What the rows of a model do at a call.</content>
internal sealed partial class TransferFunction
{
    /// <summary>The places of one call that rows name: what is in them, and what is put there.</summary>
    private sealed class ModelPlaces(TransferFunction transfer, AbstractValue instance, Dictionary<IParameterSymbol, AbstractValue> arguments, AbstractValue result, IOperation call)
    {
        private const int MaxDelegateParameters = 17;

        private readonly Dictionary<ModelPlace, AbstractValue[]> _given = new();
        private readonly Dictionary<ModelPlace, AbstractValue> _returned = new();

        /// <summary>The value of the call.</summary>
        public AbstractValue Result { get; private set; } = result;

        public void Pass(ModelFlow flow)
        {
            // A row about all overloads may speak of a parameter that this one does not have.
            if (flow.From is { Root: PlaceRoot.Parameter } && !arguments.Keys.Any(parameter => parameter.Name == flow.From.Parameter))
                return;
            var value = Read(flow.From);
            if (!flow.To.IsWhole)
                StoreWithin(flow.To, value);
            else if (flow.To.Root == PlaceRoot.Return || (flow.To.Root == PlaceRoot.This && call is IObjectCreationOperation))
                Result = Result.Join(IsHandedOn(flow.From) ? value : call.Type?.SpecialType == SpecialType.System_String ? value.TaintsOnly() : value.TaintsOnly().WithObjects(value.Objects));
            else if (flow.To.Root == PlaceRoot.This)
                transfer.WriteSlot(instance, HeapSlot.AnyElement, value);
            else
                StoreInArgument(flow.To, value);
        }

        /// <summary>Calls the delegates that were given something and that no row asked for the result of, and those that no row speaks of.</summary>
        public void CallTheRest()
        {
            foreach (var called in _given.Keys.Where(called => !_returned.ContainsKey(called)).ToList())
                ResultOf(called);
            transfer.RunCallbacks(arguments.Where(pair => !_returned.Keys.Any(called => called.Names(pair.Key))).Select(static pair => pair.Value), call);
        }

        private void StoreWithin(ModelPlace place, AbstractValue value)
        {
            var last = place.Steps[place.Steps.Length - 1];
            if (last.Kind == PlaceStepKind.DelegateParameter)
            {
                if (last.Position >= MaxDelegateParameters)
                    return;
                if (!_given.TryGetValue(place.Delegate!, out var given))
                    _given[place.Delegate!] = given = new AbstractValue[MaxDelegateParameters];
                given[last.Position] = (given[last.Position] ?? AbstractValue.Bottom).Join(value);
                _returned.Remove(place.Delegate!);
            }
            else if (SlotOf(last) is { } slot)
            {
                transfer.WriteSlot(HolderOf(place), slot, value);
            }
        }

        /// <summary>What a place is in; a holder that nothing was put into yet, such as the elements of a result, is made.</summary>
        private AbstractValue HolderOf(ModelPlace place)
        {
            var last = place.Steps.Length > 1 ? place.Steps[place.Steps.Length - 2] : null;
            if (last is { Kind: PlaceStepKind.DelegateParameter })
                return Give(place.Holder);

            var value = Read(place.Holder);
            if (!value.Objects.IsEmpty || last is null || SlotOf(last) is not { } slot)
                return value;
            var outer = HolderOf(place.Holder);
            if (Single(outer) is not HeapObject.Allocation allocation)
                return value;
            var made = AbstractValue.OfObject(allocation.PartIn(slot));
            transfer.WriteSlot(outer, slot, made);
            return made;
        }

        /// <summary>Calls a delegate with something new.</summary>
        private AbstractValue Give(ModelPlace place)
        {
            var given = AbstractValue.OfObject(new HeapObject.Allocation(call.Syntax, null, null, place.ToString()));
            StoreWithin(place, given);
            return given;
        }

        /// <summary>What a delegate was called with, as it leaves it; what one that is not known makes of the rest may be in there.</summary>
        private AbstractValue LeftIn(ModelPlace place, int position)
        {
            if (!_given.TryGetValue(place.Delegate!, out var given) || given.ElementAtOrDefault(position) is null)
                Give(place);
            var result = ResultOf(place.Delegate!);
            return _given[place.Delegate!][position].Join(result.TaintsOnly());
        }

        private void StoreInArgument(ModelPlace place, AbstractValue value)
        {
            if (ArgumentsOf(call).FirstOrDefault(argument => argument.Parameter?.Name == place.Parameter) is not { } target)
                return;
            if (target.Parameter!.RefKind is RefKind.Out or RefKind.Ref)
                transfer.Assign(target.Value, value, target.Syntax);
            else
                transfer.Fill(target, value);
        }

        /// <summary>Elements, members and results come out as they are; of anything else a text is made, unless the type says that it is the same thing.</summary>
        private bool IsHandedOn(ModelPlace from) =>
            !from.IsWhole ? from.Steps[from.Steps.Length - 1].Kind switch
            {
                PlaceStepKind.Content => false,
                PlaceStepKind.Element => call.Type?.SpecialType != SpecialType.System_String || IsCollection(from),
                _ => true,
            }
                : call.Type is { SpecialType: not SpecialType.System_String } type &&
                    arguments.Any(pair => pair.Key.Name == from.Parameter && SymbolEqualityComparer.Default.Equals(pair.Key.Type, type));

        /// <summary>Whether the elements are things of their own: what a builder holds, or what is joined, becomes a new text.</summary>
        private bool IsCollection(ModelPlace place)
        {
            var member = (call as IInvocationOperation)?.TargetMethod;
            var holder = place.Root == PlaceRoot.Parameter ? arguments.Keys.FirstOrDefault(parameter => parameter.Name == place.Parameter)?.Type : member?.ContainingType;
            return member?.ContainingType.SpecialType != SpecialType.System_String &&
                holder is not null && holder.SelfAndInterfaces().Any(static type => type.SpecialType == SpecialType.System_Collections_IEnumerable);
        }

        private AbstractValue Read(ModelPlace place)
        {
            var value = place.Root switch
            {
                PlaceRoot.This => call is IObjectCreationOperation ? Result : instance,
                PlaceRoot.Return => Result,
                PlaceRoot.AnyArgument => arguments.Values.Aggregate(AbstractValue.Clean, static (joined, next) => joined.Join(next)),
                _ => ArgumentOf(place.Parameter),
            };
            foreach (var step in place.Steps)
            {
                value = step.Kind switch
                {
                    PlaceStepKind.Content => transfer.State.ContentOf(value).TaintsOnly(),
                    PlaceStepKind.Member => transfer.State.ReadSlot(value, step.Name),
                    PlaceStepKind.DelegateResult => ResultOf(place.Delegate!),
                    PlaceStepKind.DelegateParameter when step.Position < MaxDelegateParameters => LeftIn(new ModelPlace(place.Root, place.Parameter, place.Delegate!.Steps.Add(step)), step.Position),
                    _ => SlotOf(step) is { } slot ? transfer.State.ReadElement(value, slot) : value,
                };
            }

            return value;
        }

        private AbstractValue ArgumentOf(string name) => arguments.FirstOrDefault(pair => pair.Key.Name == name).Value ?? AbstractValue.Clean;

        private string? SlotOf(PlaceStep step) => step.Kind switch
        {
            PlaceStepKind.Element => HeapSlot.AnyElement,
            PlaceStepKind.KeyedElement => transfer.ElementSlot([ArgumentOf(step.Name)], AbstractValue.Clean),
            PlaceStepKind.Member => step.Name,
            _ => null,
        };

        /// <summary>What a delegate returns for what the rows before gave it.</summary>
        private AbstractValue ResultOf(ModelPlace called)
        {
            if (_returned.TryGetValue(called, out var known))
                return known;
            var given = (_given.TryGetValue(called, out var values) ? values : []).Select(static value => value ?? AbstractValue.Clean).ToArray();
            return _returned[called] = transfer.InvokeDelegate(Read(called), given, call);
        }
    }
}
