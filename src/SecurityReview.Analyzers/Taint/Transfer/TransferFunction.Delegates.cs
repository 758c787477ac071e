using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Solver;
using SecurityReview.Analyzers.Taint.State;
using SecurityReview.Analyzers.Taint.Summaries;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>Delegates: what they are made of, and calls of them.</content>
internal sealed partial class TransferFunction
{
    /// <summary>The delegates that were called, each with what it was given.</summary>
    public AppliedFunctions Applied { get; } = new();

    /// <summary>A delegate: the function and what it is bound to.</summary>
    private AbstractValue EvaluateFunction(IOperation operation)
    {
        switch (operation)
        {
            case IFlowAnonymousFunctionOperation:
                Recorder?.Invoke(operation, AbstractValue.Clean, State);
                return AbstractValue.Clean;
            case IDelegateCreationOperation { Target: IFlowAnonymousFunctionOperation lambda }:
                Evaluate(lambda);
                return AbstractValue.OfObject(new HeapObject.Function(lambda.Symbol, Single(This), new HeapObject.Closure(_unit.Symbol, null)));
            case IDelegateCreationOperation { Target: IMethodReferenceOperation reference }:
                return Reference(reference);
            case IMethodReferenceOperation reference:
                return Reference(reference);
            case IAddressOfOperation { Reference: IMethodReferenceOperation reference }:
                return Reference(reference);
            default:
                return JoinOf(operation.ChildOperations);
        }
    }

    private AbstractValue Reference(IMethodReferenceOperation reference)
    {
        var receiver = reference.Instance is null ? null : Single(Evaluate(reference.Instance));
        return AbstractValue.OfObject(reference.Method.MethodKind == MethodKind.LocalFunction
            ? new HeapObject.Function(reference.Method, Single(This), new HeapObject.Closure(_unit.Symbol, null))
            : new HeapObject.Function(reference.Method, receiver));
    }

    /// <summary>Calls what a delegate may be; a delegate that is not known makes text of text.</summary>
    private AbstractValue InvokeDelegate(AbstractValue target, AbstractValue[] arguments, IOperation call)
    {
        var before = State;
        AbstractValue? result = null;
        AbstractState? after = null;
        foreach (var item in target.Objects)
        {
            State = before;
            switch (item)
            {
                case HeapObject.Function function:
                    result = (result ?? AbstractValue.Bottom).Join(Apply(function, arguments, call));
                    after = after?.Join(State) ?? State;
                    break;
                case HeapObject.Passed holding when FunctionsHeld(holding, call, out var receiver) is { IsEmpty: false } held:
                    foreach (var function in held)
                    {
                        State = before;
                        result = (result ?? AbstractValue.Bottom).Join(Apply(new HeapObject.Function(function, receiver), arguments, call));
                        after = after?.Join(State) ?? State;
                    }

                    break;
                case HeapObject.Passed passed:
                    result = (result ?? AbstractValue.Bottom).Join(ResultOf(passed, call));
                    Consulted.Add(passed.Origin);
                    Applications.Add(new Application(MemberOf(passed.Origin, call), AbstractValue.OfObject(passed), arguments.ToImmutableArray(), State, call.Syntax, _unit.Member, IsDirect: false));
                    break;
            }
        }

        State = after ?? before;
        if (after is not null)
            return result!;
        result ??= AbstractValue.Clean;
        return !IsText(call.Type?.UnwrapTask()) ? result : arguments.Aggregate(result, static (joined, next) => joined.Join(next.TaintsOnly()));
    }

    /// <summary>What a delegate that only a caller knows returns, for the caller to say; some text of what it is given as well.</summary>
    private AbstractValue ResultOf(HeapObject.Passed target, IOperation call) =>
        _barrier.CanCarryText(call.Type) ? new HeapSlot(target, HeapSlot.Result).Initial ?? AbstractValue.Clean : AbstractValue.Clean;

    /// <summary>What holds a delegate that came from outside: the event, field or property that it or its collection is in, or the parameter itself.</summary>
    private ISymbol MemberOf(SymbolicOrigin origin, IOperation call) =>
        InstanceMembers.Last(origin) ?? HolderOf(call) switch
        {
            IMemberReferenceOperation member => member.Member,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => origin.Root,
        };

    /// <summary>The expression that a delegate was had from, below the temporaries of the graph.</summary>
    private IOperation? HolderOf(IOperation call)
    {
        var holder = (call as IInvocationOperation)?.Instance?.Unwrap();
        while (holder is IFlowCaptureReferenceOperation reference && CapturedBy(reference.Id)?.Unwrap() is { } captured && !ReferenceEquals(captured, holder))
            holder = captured;
        return holder;
    }

    /// <summary>Calls a function.</summary>
    /// <param name="isKnown">Whether the arguments are known; where they are not, the function's parameters stay what they are.</param>
    private AbstractValue Apply(HeapObject.Function function, AbstractValue[] arguments, IOperation call, bool isKnown = true)
    {
        var method = function.Method;
        var receiver = function.Receiver is null ? AbstractValue.Clean : AbstractValue.OfObject(function.Receiver);
        if (method.ReducedFrom is { } extension)
            (method, arguments) = (extension, arguments.Prepend(receiver).ToArray());
        NoteApplied(new AppliedFunction(function with { Method = method }, arguments.Take(isKnown ? method.Parameters.Length : 0).ToImmutableArray()), call);
        var named = new Dictionary<IParameterSymbol, AbstractValue>(SymbolEqualityComparer.Default);
        for (var i = 0; i < method.Parameters.Length && i < arguments.Length; i++)
            named[method.Parameters[i]] = arguments[i];
        _variables = function.Variables;
        return RunBodies(method, receiver, named, call, null, isVirtual: CallTargets.IsDispatched(method))
            ?? ApplyModels(method, receiver, named, call)
            ?? (IsText(method.ReturnType.UnwrapTask()) ? arguments.Aggregate(receiver, static (joined, next) => joined.Join(next)).TaintsOnly() : AbstractValue.Clean);
    }

    private void NoteApplied(AppliedFunction applied, IOperation call)
    {
        Applied.Add(applied);
        var receiver = applied.Function.Receiver is null ? AbstractValue.Clean : AbstractValue.OfObject(applied.Function.Receiver);
        Applications.Add(new Application(applied.Function.Method, receiver, applied.Arguments, State, call.Syntax, _unit.Member, IsDirect: false));
    }

    /// <summary>Code that nothing is known of may call what it is given.</summary>
    private AbstractValue RunCallbacks(IEnumerable<AbstractValue> arguments, IOperation call)
    {
        var result = AbstractValue.Bottom;
        foreach (var function in arguments.SelectMany(static argument => argument.Objects).OfType<HeapObject.Function>().ToList())
        {
            var before = State;
            var nothing = Enumerable.Repeat(AbstractValue.Clean, function.Method.Parameters.Length).ToArray();
            result = result.Join(Apply(function, nothing, call, isKnown: false));
            State = State.Join(before);
        }

        return result;
    }
}
