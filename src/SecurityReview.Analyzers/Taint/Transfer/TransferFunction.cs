using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Relevance;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Solver;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <summary>
/// What one operation does to the state, and what its value is. One partial file per group of operation kinds; an operation that no
/// file knows (a newer language) has the join of its children.
/// </summary>
internal sealed partial class TransferFunction(FunctionUnit unit, FlowContext context, AnalysisBudget budget, AbstractState state, BodySlice slice)
{
    private readonly FunctionUnit _unit = unit;
    private readonly FlowContext _context = context;
    private readonly BodySlice _slice = slice;
    private readonly Dictionary<CaptureId, IOperation> _captured = new();
    private readonly TypeBarrier _barrier = TypeBarrier.Of(context.Types, context.Assumption);

    /// <summary>The state before the next operation.</summary>
    public AbstractState State { get; set; } = state;

    /// <summary>The exceptions that calls since the last look may have thrown; bottom for none that is known.</summary>
    public AbstractValue Thrown { get; set; } = AbstractValue.Bottom;

    /// <summary>What from outside of the body decides its way.</summary>
    public HashSet<SymbolicOrigin> Consulted { get; } = new();

    /// <summary>The elements that an iterator yields; null where it yields none.</summary>
    public AbstractValue? Yielded { get; private set; }

    /// <summary>The calls made, for those who ask for the callers of a function.</summary>
    public Applications Applications { get; } = new();

    /// <summary>Hears every value in the last pass.</summary>
    public Action<IOperation, AbstractValue, AbstractState>? Recorder { get; set; }

    /// <summary>Notes that what is known of a callee is not all.</summary>
    private void NoteSpent(SpentBudget? spent)
    {
        if (spent is not null)
            budget.Note(spent);
    }

    /// <summary>Evaluates an operation, with its effects on <see cref="State"/>.</summary>
    public AbstractValue Evaluate(IOperation? operation)
    {
        if (operation is null)
            return AbstractValue.Clean;
        budget.Step();
        RuntimeHelpers.EnsureSufficientExecutionStack();
        _context.Depth.Value++;
        var value = operation.ConstantValue.HasValue ? AbstractValue.OfConstant(operation.ConstantValue.Value)
            : Assumed(operation) ?? EvaluateByKind(operation);
        _context.Depth.Value--;
        if ((value.IsTainted || !value.Objects.IsEmpty) && !_barrier.CanCarryText(operation.Type))
            value = operation.Type?.UnwrapTask().IsReferenceType == true ? value.ObjectsOnly() : AbstractValue.OfConstants(value.Constant);
        // A text has no members that could be another's: what a guard says of it, it says of all of it.
        if (!value.Objects.IsEmpty && operation.Type?.SpecialType == SpecialType.System_String)
            value = value.WithObjects(ImmutableArray<HeapObject>.Empty);
        if (Recorder is not null && (value.IsTainted || !value.Objects.IsEmpty))
            Recorder(operation, value, State);
        return value;
    }

    private AbstractValue? Assumed(IOperation operation) =>
        _context.Assumption is { } assumption && operation.Type?.SpecialType == SpecialType.System_Boolean && assumption.OutcomeOf(operation) is { } outcome
            ? AbstractValue.OfConstant(outcome)
            : null;

    private AbstractValue EvaluateByKind(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => ReadLocal(local.Local),
        IParameterReferenceOperation parameter => OfItsType(ReadParameter(parameter.Parameter), parameter),
        IInstanceReferenceOperation => This,
        IFieldReferenceOperation field => OfItsType(ReadField(field), field),
        IPropertyReferenceOperation or IInvocationOperation when IsReference(operation) => ReadReference(operation),
        IPropertyReferenceOperation property => OfItsType(ReadProperty(property), property),
        IArrayElementReferenceOperation element => ReadArray(element),
        IEventReferenceOperation @event => ReadEvent(@event),
        IFlowCaptureOperation capture => Capture(capture),
        IFlowCaptureReferenceOperation reference => State[reference.Id] ?? AbstractValue.Clean,
        ICaughtExceptionOperation caught => Catch(caught),

        ISimpleAssignmentOperation { IsRef: true } alias => Alias(alias),
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: { IsFixed: true } pointer } } pinning => Pin(pinning, pointer),
        ISimpleAssignmentOperation assignment => Assign(assignment.Target, Evaluate(assignment.Value), assignment.Syntax),
        ICompoundAssignmentOperation compound => AssignCompound(compound),
        IDeconstructionAssignmentOperation deconstruction => Deconstruct(deconstruction.Target, Evaluate(deconstruction.Value), deconstruction.Value.Type, deconstruction.Syntax),
        IEventAssignmentOperation handler => AssignEvent(handler),
        IReturnOperation { Kind: OperationKind.YieldReturn } yielded => Yield(yielded),
        IDeclarationExpressionOperation declaration => Evaluate(declaration.Expression),
        IIncrementOrDecrementOperation step => Assign(step.Target, AbstractValue.Clean, step.Syntax),

        IBinaryOperation binary => EvaluateBinary(binary),
        IUnaryOperation unary => EvaluateUnary(unary),
        IInterpolatedStringOperation interpolated => JoinOf(interpolated.Parts).TaintsOnly(),
        IInterpolationOperation hole => Spelled(hole.Expression),
        IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation call } => JoinOf(call.Arguments).TaintsOnly(),
        IInterpolatedStringTextOperation => AbstractValue.OfConstant(null),

        IConversionOperation conversion => Convert(conversion),
        ITranslatedQueryOperation query => Evaluate(query.Operation),
        IParenthesizedOperation parenthesized => Evaluate(parenthesized.Operand),
        IAwaitOperation awaited => EvaluateAwait(awaited),
        IArgumentOperation argument => Evaluate(argument.Value),
        IExpressionStatementOperation statement => Evaluate(statement.Operation),
        IIsPatternOperation pattern => EvaluatePattern(pattern),

        IInvocationOperation invocation => OfItsType(EvaluateInvocation(invocation), invocation),
        IFunctionPointerInvocationOperation invocation => InvokeDelegate(Evaluate(invocation.Target), invocation.Arguments.Select(Evaluate).ToArray(), invocation),
        IDynamicInvocationOperation invocation => InvokeDynamic(invocation),
        IDynamicMemberReferenceOperation member => ReadDynamic(member),
        IDynamicIndexerAccessOperation indexer => ReadDynamic(indexer),
        IDynamicObjectCreationOperation creation => CreateDynamic(creation),
        IObjectCreationOperation creation => EvaluateCreation(creation),
        IAnonymousObjectCreationOperation anonymous => EvaluateAnonymous(anonymous),
        IArrayCreationOperation array => EvaluateArray(array),
        ITupleOperation tuple => EvaluateTuple(tuple),
        ITypeParameterObjectCreationOperation creation => EvaluateCreation(creation),

        ITypeOfOperation type => MirrorOf([type.TypeOperand]),
        INameOfOperation or ISizeOfOperation or IDefaultValueOperation or IIsTypeOperation => EvaluateForEffect(operation),
        IIsNullOperation test => IsNull(test),
        IFlowAnonymousFunctionOperation or IMethodReferenceOperation or IDelegateCreationOperation or IAddressOfOperation { Reference: IMethodReferenceOperation } => EvaluateFunction(operation),
        IImplicitIndexerReferenceOperation indexer => ReadImplicitIndexer(indexer),
        { Syntax: CollectionExpressionSyntax } collection => EvaluateCollection(collection),
        { Syntax: StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax } buffer =>
            AbstractValue.OfObject(new HeapObject.Allocation(buffer.Syntax, buffer.Type)).Join(JoinOf(buffer.ChildOperations).TaintsOnly()),
        _ => JoinOf(operation.ChildOperations).TaintsOnly(),
    };

    /// <summary>What a <c>using</c> disposes of is there, unless it is plain that it is not: without it nothing of it can be seen either.</summary>
    private AbstractValue IsNull(IIsNullOperation test)
    {
        var outcome = ConstantFolding.IsNull(Evaluate(test.Operand));
        var isResource = test.IsImplicit && (test.Syntax is VariableDeclaratorSyntax || test.Syntax.Parent is UsingStatementSyntax);
        return isResource && !outcome.Constant.IsKnown ? AbstractValue.OfConstant(false) : outcome;
    }

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

    /// <summary>What a handler finds: any exception, and those known to be thrown that it may catch.</summary>
    private AbstractValue Catch(ICaughtExceptionOperation caught)
    {
        var thrown = State[ThrownException.Key] ?? AbstractValue.Clean;
        var fitting = thrown.Objects.RemoveAll(item => item is HeapObject.Allocation { Type: { } exact } && caught.Type is INamedTypeSymbol { SpecialType: not SpecialType.System_Object } type && !exact.IsOrInherits(type));
        return thrown.WithObjects(fitting).Join(AbstractValue.OfOrigin(
            new SourceOrigin(SourceKinds.ExceptionDetail, "the caught exception", caught.Syntax.GetLocation())));
    }

    private AbstractValue Yield(IReturnOperation yielded)
    {
        Yielded = (Yielded ?? AbstractValue.Bottom).Join(Evaluate(yielded.ReturnedValue));
        return AbstractValue.Clean;
    }

    private AbstractValue ReadArray(IArrayElementReferenceOperation element)
    {
        var array = Evaluate(element.ArrayReference);
        // A range of an array is an array of its elements.
        return element.Indices.Length == 1 && element.Indices[0].Type?.Name == "Range"
            ? array.TaintsOnly().WithObject(Copy(State.ReadElement(array, HeapSlot.AnyElement), element.Syntax))
            : WithOwnElement(array, ElementSlot(element.Indices, array), element.Type);
    }

    /// <summary>An element; a structure is in its array from the start.</summary>
    private AbstractValue WithOwnElement(AbstractValue array, string slot, ITypeSymbol? type)
    {
        var value = State.ReadElement(array, slot);
        if (!value.Objects.IsEmpty || !IsCopied(type) || !_barrier.CanCarryText(type) || Single(array) is not HeapObject.Allocation holder)
            return value;
        var own = AbstractValue.OfObject(holder.PartIn(slot));
        WriteSlot(array, slot, own);
        return value.Join(own);
    }

    /// <summary>A new collection that holds some elements.</summary>
    private HeapObject.Allocation Copy(AbstractValue elements, SyntaxNode site)
    {
        var copy = new HeapObject.Allocation(site);
        WriteSlot(AbstractValue.OfObject(copy), HeapSlot.AnyElement, elements);
        return copy;
    }
}
