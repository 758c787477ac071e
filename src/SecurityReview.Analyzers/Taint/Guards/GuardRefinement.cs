using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;
using SecurityReview.Analyzers.Taint.Transfer;

namespace SecurityReview.Analyzers.Taint.Guards;

/// <summary>
/// What a branch says of the values that were tested: where an allow-list, a constant pattern, a parse or an anchored expression holds, the
/// tested text is clean.
/// </summary>
/// <param name="types">The types of the compilation.</param>
/// <param name="capturedBy">What a temporary of the graph stands for.</param>
/// <param name="validatedBy">What a call vouches for when it returns a truth: what is passed to it, or a member of that.</param>
/// <param name="vouchesForElement">Whether what a predicate gives one truth for is one of constants.</param>
/// <param name="instanceOf">The instance that the body runs on.</param>
internal sealed class GuardRefinement(KnownTypes types, Func<CaptureId, IOperation?> capturedBy, Func<IOperation, bool, IEnumerable<(IOperation Value, AccessPath? Member)>> validatedBy,
    Func<IOperation?, bool, bool> vouchesForElement, Func<AbstractValue> instanceOf)
{
    /// <summary>The state on the branch where a condition came out one way.</summary>
    public AbstractState Refine(AbstractState state, IOperation condition, bool outcome)
    {
        switch (condition.Unwrap())
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Refine(state, not.Operand, !outcome);
            case IBinaryOperation comparison when AllowListCalls.IndexedValue(comparison, outcome, state, types) is { } indexed:
                return Clean(state, indexed);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equal when outcome:
                return Equal(state, equal);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } unequal when !outcome:
                return Equal(state, unequal);
            case IIsPatternOperation pattern when outcome ? PatternFacts.HoldsOnlyConstants(pattern.Pattern) : PatternFacts.FailsOnlyConstants(pattern.Pattern):
                return Clean(state, pattern.Value);
            case IIsPatternOperation { Pattern: { } tests } pattern when Recursive(tests, ref outcome) is { } recursive && outcome:
                return CleanMembers(state, HolderOf(state, pattern.Value), recursive);
            case IAwaitOperation awaited:
                return Refine(state, awaited.Operation, outcome);
            case IInvocationOperation invocation when outcome && AllowListCalls.TestedValue(invocation, state, types) is { } tested:
                return Clean(state, tested);
            case IInvocationOperation { TargetMethod.Name: "All" or "TrueForAll" or "Any" or "Exists" } every when ElementsTestedBy(every, outcome, state) is { } elements:
                return CleanElements(state, elements);
            case { } call and (IInvocationOperation or IPropertyReferenceOperation { Property.GetMethod: not null }):
                return validatedBy(call, outcome).Aggregate(state, (current, place) => place.Member is null ? Clean(current, place.Value) : CleanMember(current, place.Value, place.Member));
            default:
                return state;
        }
    }

    /// <summary>The pattern of members that a test comes down to, with the outcome that it then has; null for another.</summary>
    private static IRecursivePatternOperation? Recursive(IPatternOperation pattern, ref bool outcome)
    {
        while (pattern is INegatedPatternOperation negated)
            (pattern, outcome) = (negated.Pattern, !outcome);
        return pattern as IRecursivePatternOperation;
    }

    /// <summary>The members that a pattern which holds compares with constants.</summary>
    private static AbstractState CleanMembers(AbstractState state, AbstractValue? holder, IRecursivePatternOperation pattern)
    {
        if (holder is not { Objects.Length: 1 })
            return state;
        foreach (var member in pattern.PropertySubpatterns)
        {
            if (PatternFacts.HoldsOnlyConstants(member.Pattern) && member.Member is IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } reference)
                state = state.With(new HeapSlot(holder.Objects[0], reference.Member.Name), AbstractValue.Clean);
        }

        return state;
    }

    /// <summary>A member of something that was passed, down a path.</summary>
    private AbstractState CleanMember(AbstractState state, IOperation passed, AccessPath member)
    {
        var holder = HolderOf(state, passed);
        if (holder is not null && member.Parent is { } way)
            holder = state.Walk(holder, way);
        return holder is { Objects.Length: 1 } ? state.With(new HeapSlot(holder.Objects[0], member.Slot), AbstractValue.Clean) : state;
    }

    /// <summary>The collection all elements of which are among constants: all pass a test, none fails it, none is left besides the constants.</summary>
    private IOperation? ElementsTestedBy(IInvocationOperation call, bool outcome, AbstractState state)
    {
        var collection = call.Receiver() ?? call.ArgumentFor(0)?.Value;
        var isOfAll = call.TargetMethod.Name is "All" or "TrueForAll";
        if (outcome != isOfAll)
            return null;
        if (TransferFunction.PredicateOf(call) is { } predicate)
            return vouchesForElement(predicate, isOfAll) ? collection : null;
        return collection?.Unwrap() is IInvocationOperation { TargetMethod.Name: "Except" } rest && rest.ArgumentFor("second")?.Value is { } known && ConstantSets.IsConstant(known, state, types)
            ? rest.Receiver() ?? rest.ArgumentFor("first")?.Value
            : null;
    }

    private AbstractState CleanElements(AbstractState state, IOperation collection)
    {
        var holder = HolderOf(state, collection);
        state = Clean(state, collection);
        return holder is { Objects.Length: 1 } ? state.WithCleanElements(holder.Objects[0]) : state;
    }

    private AbstractState Equal(AbstractState state, IBinaryOperation equality)
    {
        if (IsText(equality.RightOperand))
            return Clean(state, equality.LeftOperand);
        return IsText(equality.LeftOperand) ? Clean(state, equality.RightOperand) : state;

        static bool IsText(IOperation operand) => operand.Unwrap().ConstantValue is { HasValue: true, Value: not null };
    }

    /// <summary>The tested place holds nothing but what the guard allows.</summary>
    public AbstractState Clean(AbstractState state, IOperation tested)
    {
        object? variable = tested.Unwrap() switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFlowCaptureReferenceOperation capture => capture.Id,
            _ => null,
        };
        if (variable is IParameterSymbol tests)
            state = state.With(new VouchedParameter(tests), VouchedParameter.Yes);
        if (variable is not null)
            return CleanCopies(state.With(variable, (state[variable] ?? AbstractValue.Clean).ObjectsOnly()), variable);
        return tested.Unwrap() switch
        {
            IPropertyReferenceOperation { Arguments.Length: 0 } property => CleanSlot(state, property.Instance, property.Property.Name),
            IFieldReferenceOperation field => CleanSlot(state, field.Instance, field.Field.Name),
            IInvocationOperation { TargetMethod.Name: "ToLower" or "ToLowerInvariant" or "ToUpper" or "ToUpperInvariant" or "Trim", Instance: { } text } => Clean(state, text),
            _ => state,
        };
    }

    /// <summary>The graph tests a temporary where the source tests a variable (a <c>switch</c>): the variable is as clean.</summary>
    private AbstractState CleanCopies(AbstractState state, object variable) =>
        variable is CaptureId id && capturedBy(id) is { } original ? Clean(state, original) : state;

    private AbstractState CleanSlot(AbstractState state, IOperation? instance, string name)
    {
        if (HolderOf(state, instance) is not { Objects.Length: 1 } holder)
            return state;
        return state.With(new HeapSlot(holder.Objects[0], name), AbstractValue.Clean);
    }

    /// <summary>The object that a member belongs to; null where it is not plain which one that is.</summary>
    private AbstractValue? HolderOf(AbstractState state, IOperation? instance)
    {
        switch (instance?.Unwrap())
        {
            case ILocalReferenceOperation local:
                return state[local.Local];
            case IParameterReferenceOperation parameter:
                return state[parameter.Parameter];
            case IInstanceReferenceOperation:
                return instanceOf();
            case IFlowCaptureReferenceOperation capture:
                return state[capture.Id];
            case IPropertyReferenceOperation { Arguments.Length: 0, Instance: { } outer } property when HolderOf(state, outer) is { Objects.Length: 1 } holder:
                var slot = new HeapSlot(holder.Objects[0], property.Property.Name);
                return state[slot] ?? slot.Initial;
            default:
                return null;
        }
    }
}
