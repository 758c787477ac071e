using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Calls;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>Tells what a function does with an object that it looked up.</summary>
internal sealed class LookupUses(KnownTypes types)
{
    private static readonly HashSet<string> s_answers = new(StringComparer.Ordinal) { "WriteAsJsonAsync", "WriteAsync", "Write", "SendAsync", "SendCoreAsync", "ExecuteAsync" };

    private static readonly HashSet<string> s_fills = new(StringComparer.Ordinal) { "ApplyTo", "SetValues", "TryUpdateModelAsync", "Adapt", "CopyTo", "Entry" };

    private static readonly HashSet<string> s_collections = new(StringComparer.Ordinal) { "Add", "AddRange", "Remove", "RemoveAt", "RemoveAll", "RemoveRange", "Clear", "Insert" };

    /// <summary>Words that a method starts with that changes what it is given, or what it is called on.</summary>
    private static readonly HashSet<string> s_changes = new(StringComparer.Ordinal)
    {
        "Update", "Delete", "Remove", "Save", "Attach", "Archive", "Close", "Cancel", "Approve", "Reject", "Complete", "Publish", "Assign", "Move", "Rename", "Pay", "Refund", "Process",
        "Submit", "Transfer", "Restore", "Set", "Add", "Mark", "Start", "Stop", "Change", "Apply", "Edit", "Lock", "Unlock", "Enable", "Disable", "Activate", "Deactivate", "Reset", "Revoke",
        "Accept", "Confirm", "Finish", "Open", "Reopen", "Resolve", "Ship", "Toggle", "Modify", "Patch", "Replace", "Charge", "Withdraw", "Deposit", "Increase", "Decrease",
    };

    private readonly TrackedStores _stores = TrackedStores.Of(types);

    /// <param name="lookup">The look-up.</param>
    /// <param name="scope">The function around it.</param>
    /// <param name="held">The object in it.</param>
    public LookupUse Of(Lookup lookup, FunctionScope scope, HeldObject held, IReadOnlyList<IOperation> operations)
    {
        var use = lookup.Changes ? LookupUse.Changed : LookupUse.None;
        foreach (var operation in operations)
        {
            use |= operation switch
            {
                IReturnOperation { ReturnedValue: { } value } @return when IsAround(FunctionBody.Of(@return), lookup.Call) => OfReturn(value, lookup, held, scope),
                IAssignmentOperation assignment when IsChange(assignment, held) => LookupUse.Changed,
                ISimpleAssignmentOperation assignment when scope.Endpoint is not null && IsShown(assignment.Target) && held.IsIn(assignment.Value) => LookupUse.Answered,
                IIncrementOrDecrementOperation step when held.IsRootOf(InstanceOf(step.Target)) => LookupUse.Changed,
                IInvocationOperation call when call.Syntax != lookup.Call.Syntax => OfCall(call, held),
                _ => LookupUse.None,
            };
        }

        return use;
    }

    private static LookupUse OfReturn(IOperation value, Lookup lookup, HeldObject held, FunctionScope scope)
    {
        // Nobody calls the handler of a request by its name: what it returns is the answer.
        if (IsHandedOn(value, held))
            return scope is { Endpoint: null, Function: { } function } && !RequestHandlers.IsHandler(function) && Gives(function, lookup.Entity) ? LookupUse.HandedOn : LookupUse.Answered;
        return held.IsIn(value) ? LookupUse.Answered : LookupUse.None;
    }

    private static bool Gives(IMethodSymbol function, ITypeSymbol entity)
    {
        var result = function.ReturnType.UnwrapTask();
        return result is ITypeParameterSymbol || entity is ITypeParameterSymbol || (entity is INamedTypeSymbol named && result.IsOrInherits(named)) || entity.SelfAndBaseTypes().Concat(entity.AllInterfaces).Contains(result, SymbolEqualityComparer.Default);
    }

    private static bool IsHandedOn(IOperation value, HeldObject held) => held.Is(value) || value.Unwrap() switch
    {
        IConditionalOperation { WhenFalse: { } other } choice => (held.Is(choice.WhenTrue) && IsNothing(other)) || (held.Is(other) && IsNothing(choice.WhenTrue)),
        _ => false,
    };

    private static bool IsNothing(IOperation value) => value.Unwrap() is IThrowOperation or IDefaultValueOperation or { ConstantValue: { HasValue: true, Value: null } };

    private static bool IsChange(IAssignmentOperation assignment, HeldObject held) => held.IsRootOf(InstanceOf(assignment.Target));

    private static IOperation? InstanceOf(IOperation target) => target is IMemberReferenceOperation member ? member.Instance : null;

    /// <summary>What a page or view shows: a property of the model, view data.</summary>
    private static bool IsShown(IOperation target) => target switch
    {
        IPropertyReferenceOperation { Instance: IInstanceReferenceOperation } => true,
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: IPropertyReferenceOperation { Property.Name: "ViewData" or "TempData" } } => true,
        IDynamicMemberReferenceOperation => true,
        _ => false,
    };

    private LookupUse OfCall(IInvocationOperation call, HeldObject held)
    {
        var name = call.TargetMethod.Name;
        if (held.Is(call.Receiver()) && !call.TargetMethod.IsExtensionMethod)
            return Changes(name) ? LookupUse.Changed : LookupUse.None;
        if (s_collections.Contains(name) && held.IsRootOf(call.Instance))
            return LookupUse.Changed;
        if (s_answers.Contains(name) && call.Arguments.Any(argument => held.IsIn(argument.Value)))
            return LookupUse.Answered;
        if (!call.Arguments.Any(argument => IsGiven(argument.Value, held)))
            return LookupUse.None;
        return s_fills.Contains(name) || (name == "Map" && call.Arguments.Length > 1) || (_stores.IsStore(call.Instance?.Type) && Changes(name)) || (Changes(name) && IsStatement(call))
            ? LookupUse.Changed
            : LookupUse.None;
    }

    private static bool Changes(string name) => NameWords.Of(name) is { IsEmpty: false } words && s_changes.Contains(words[0]);

    private static bool IsGiven(IOperation argument, HeldObject held) =>
        held.Is(argument) || (argument.Unwrap() is IArrayCreationOperation { Initializer.ElementValues: var elements } && elements.Any(held.Is));

    /// <summary>Whether what a call returns, besides a task to wait for, is of no interest.</summary>
    private static bool IsStatement(IOperation call)
    {
        var parent = call.Parent;
        while (parent is IAwaitOperation or IConversionOperation or IParenthesizedOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" })
            parent = parent.Parent;
        return parent is IExpressionStatementOperation or IReturnOperation;
    }

    private static bool IsAround(IOperation function, IOperation call) => function.Syntax.Span.Contains(call.Syntax.Span);
}
