using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <summary>
/// What one operation does to the state, and what its value is. One partial file per group of operation kinds; an operation that no
/// file knows (a newer language) has the join of its children.
/// </summary>
internal sealed partial class TransferFunction(IMethodSymbol? body, ModelSet models, KnownTypes types, AnalysisBudget budget, AbstractState state)
{
    private readonly Dictionary<CaptureId, IOperation> _captured = new();
    private readonly TypeBarrier _barrier = TypeBarrier.Of(types);

    /// <summary>The state before the next operation.</summary>
    public AbstractState State { get; set; } = state;

    /// <summary>What the query takes for granted; null for nothing.</summary>
    public FlowAssumption? Assumption { get; set; }

    /// <summary>Hears every value in the last pass.</summary>
    public Action<IOperation, AbstractValue, AbstractState>? Recorder { get; set; }

    /// <summary>Evaluates an operation, with its effects on <see cref="State"/>.</summary>
    public AbstractValue Evaluate(IOperation? operation)
    {
        if (operation is null)
            return AbstractValue.Clean;
        budget.Step();
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var value = operation.ConstantValue.HasValue ? AbstractValue.OfConstant(operation.ConstantValue.Value)
            : Assumed(operation) ?? EvaluateByKind(operation);
        if ((value.IsTainted || !value.Objects.IsEmpty) && !_barrier.CanCarryText(operation.Type))
            value = value.Constant.IsKnown ? AbstractValue.OfConstant(value.Constant.Value) : AbstractValue.Clean;
        if (Recorder is not null && (value.IsTainted || !value.Objects.IsEmpty))
            Recorder(operation, value, State);
        return value;
    }

    private AbstractValue? Assumed(IOperation operation) =>
        Assumption is not null && operation.Type?.SpecialType == SpecialType.System_Boolean && Assumption.OutcomeOf(operation) is { } outcome
            ? AbstractValue.OfConstant(outcome)
            : null;

    private AbstractValue EvaluateByKind(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => State[local.Local] ?? AbstractValue.Clean,
        IParameterReferenceOperation parameter => ReadParameter(parameter.Parameter),
        IInstanceReferenceOperation => AbstractValue.OfObject(new HeapObject.This()),
        IFieldReferenceOperation field => ReadField(field),
        IPropertyReferenceOperation property => ReadProperty(property),
        IArrayElementReferenceOperation element => ReadElement(Evaluate(element.ArrayReference), ElementSlot(element.Indices)),
        IFlowCaptureOperation capture => Capture(capture),
        IFlowCaptureReferenceOperation reference => State[reference.Id] ?? AbstractValue.Clean,
        ICaughtExceptionOperation caught => AbstractValue.OfOrigin(
            new SourceOrigin(SourceKinds.ExceptionDetail, "the caught exception", caught.Syntax.GetLocation())),

        ISimpleAssignmentOperation assignment => Assign(assignment.Target, Evaluate(assignment.Value), assignment.Syntax),
        ICompoundAssignmentOperation compound => AssignCompound(compound),
        IDeconstructionAssignmentOperation deconstruction => Deconstruct(deconstruction.Target, Evaluate(deconstruction.Value), deconstruction.Syntax),
        IDeclarationExpressionOperation declaration => Evaluate(declaration.Expression),
        IIncrementOrDecrementOperation step => Assign(step.Target, AbstractValue.Clean, step.Syntax),

        IBinaryOperation binary => EvaluateBinary(binary),
        IUnaryOperation unary => ConstantFolding.Not(unary, Evaluate(unary.Operand)),
        IInterpolatedStringOperation interpolated => JoinOf(interpolated.Parts).TaintsOnly(),
        IInterpolationOperation hole => Spelled(hole.Expression),
        IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation call } => JoinOf(call.Arguments).TaintsOnly(),
        IInterpolatedStringTextOperation => AbstractValue.OfConstant(null),

        IConversionOperation conversion => Evaluate(conversion.Operand),
        IParenthesizedOperation parenthesized => Evaluate(parenthesized.Operand),
        IAwaitOperation awaited => Evaluate(awaited.Operation),
        IArgumentOperation argument => Evaluate(argument.Value),
        IExpressionStatementOperation statement => Evaluate(statement.Operation),
        IIsPatternOperation pattern => EvaluatePattern(pattern),

        IInvocationOperation invocation => EvaluateInvocation(invocation),
        IObjectCreationOperation creation => EvaluateCreation(creation),
        IAnonymousObjectCreationOperation anonymous => EvaluateAnonymous(anonymous),
        IArrayCreationOperation array => EvaluateArray(array),
        ITupleOperation tuple => EvaluateTuple(tuple),

        INameOfOperation or ITypeOfOperation or ISizeOfOperation or IDefaultValueOperation or IIsTypeOperation or IIsNullOperation => EvaluateForEffect(operation),
        IFlowAnonymousFunctionOperation or IMethodReferenceOperation or IDelegateCreationOperation => EvaluateFunction(operation),
        _ => JoinOf(operation.ChildOperations).TaintsOnly(),
    };

    private AbstractValue JoinOf(IEnumerable<IOperation> operations)
    {
        var value = AbstractValue.Clean;
        foreach (var operation in operations)
            value = value.Join(Evaluate(operation));
        return value;
    }

    private AbstractValue EvaluateForEffect(IOperation operation)
    {
        foreach (var child in operation.ChildOperations)
            Evaluate(child);
        return AbstractValue.Clean;
    }

    private AbstractValue EvaluateFunction(IOperation operation)
    {
        if (operation is IFlowAnonymousFunctionOperation)
            Recorder?.Invoke(operation, AbstractValue.Clean, State);
        else
            EvaluateForEffect(operation);
        return AbstractValue.Clean;
    }

    /// <summary>An addition of texts may be thousands of parts deep on the left: a loop, not a recursion.</summary>
    private AbstractValue EvaluateBinary(IBinaryOperation binary)
    {
        var rights = new Stack<IBinaryOperation>();
        IOperation left = binary;
        while (left is IBinaryOperation { ConstantValue.HasValue: false } next)
        {
            rights.Push(next);
            left = next.LeftOperand;
        }

        var value = Spelled(left);
        while (rights.Count > 0)
        {
            var current = rights.Pop();
            var right = Spelled(current.RightOperand);
            value = ConstantFolding.Binary(current, value, right)
                ?? (current.OperatorKind == BinaryOperatorKind.Add ? value.Join(right).TaintsOnly() : AbstractValue.Clean);
        }

        return value;
    }

    /// <summary>The value of a part of a text: a builder is spelled by what is in it.</summary>
    private AbstractValue Spelled(IOperation part)
    {
        var value = Evaluate(part);
        return part.Unwrap().Type is { Name: "StringBuilder" } ? value.Join(ReadElement(value, HeapSlot.AnyElement)) : value;
    }

    /// <summary>The value of a pattern test itself is a truth; its designations get the value or its members.</summary>
    private AbstractValue EvaluatePattern(IIsPatternOperation operation)
    {
        var value = Evaluate(operation.Value);
        Bind(operation.Pattern, value);
        return ConstantFolding.Pattern(operation.Pattern, value);
    }

    private void Bind(IPatternOperation pattern, AbstractValue value)
    {
        switch (pattern)
        {
            case IDeclarationPatternOperation { DeclaredSymbol: { } symbol }:
                State = State.With(symbol, value);
                break;
            case IRecursivePatternOperation recursive:
                if (recursive.DeclaredSymbol is { } whole)
                    State = State.With(whole, value);
                foreach (var member in recursive.PropertySubpatterns)
                    Bind(member.Pattern, member.Member is IMemberReferenceOperation reference ? ReadSlot(value, SlotName(reference.Member)) : value);
                for (var i = 0; i < recursive.DeconstructionSubpatterns.Length; i++)
                    Bind(recursive.DeconstructionSubpatterns[i], ReadSlot(value, $"Item{i + 1}"));
                break;
            default:
                foreach (var child in pattern.ChildOperations)
                {
                    if (child is IPatternOperation nested)
                        Bind(nested, value);
                }

                break;
        }
    }
}
