using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Guards;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>
/// Calls: what the code of the function does, or what a model says; for a member without model and without body, text in is text out;
/// anything else carries nothing.
/// </content>
internal sealed partial class TransferFunction
{
    /// <summary>Calls that hand on what they are called on, in another coat.</summary>
    private static readonly ImmutableHashSet<string> s_transparentCalls = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "GetEnumerator", "GetAsyncEnumerator", "ConfigureAwait", "WithCancellation", "AsTask", "GetAwaiter", "GetResult",
        "AsEnumerable", "AsQueryable", "AsReadOnly", "FromResult");

    private static readonly Dictionary<IParameterSymbol, AbstractValue> s_noArguments = new(SymbolEqualityComparer.Default);

    private AbstractValue EvaluateInvocation(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        var instance = invocation.Instance is null ? TypeCalledOn(invocation.ConstrainedToType) : Evaluate(invocation.Instance);
        var arguments = EvaluateArguments(invocation.Arguments);
        FillFromSources(method, invocation);
        if (SourceOf(method, invocation) is { } source)
            return source;
        if (PatternReplacement.Cleans(invocation, _context.Types) || LetterPredicates.Keeps(invocation))
            return AbstractValue.Clean;
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return OrException(InvokeDelegate(instance, Ordered(method, arguments), invocation), invocation);
        if ((CallOrdered(method, instance, arguments) ?? Composed(method, arguments) ?? CallReflected(invocation, instance, arguments)) is { } placed)
            return placed;
        KeepKnownElements(invocation, ref instance, ref arguments);
        if (_context.Models.HasOwnRow(method) || !CodeGoesFirst(method))
        {
            if (ApplyModels(method, instance, arguments, invocation) is { } modelled)
            {
                NoteDeferred(invocation, instance, arguments);
                return OrException(modelled, invocation);
            }
        }

        // What leads a request to its handler seldom shows in the code of a mediator: it asks a container, or is dynamic.
        var handled = _slice.Skips(invocation.Syntax) ? null : CallHandler(method, arguments, invocation);
        if (CallBodies(method, instance, arguments, invocation, ReceiverType(invocation), invocation.IsVirtual) is { } computed)
        {
            TakeVouched(invocation);
            if (s_transparentCalls.Contains(method.Name) && MayRunElsewhere(method, instance))
                computed = computed.Join(instance);
            return OrException(handled is null ? computed : handled.Join(computed), invocation);
        }

        TakeVouched(invocation);
        return OrException(handled ?? CallUnknown(invocation, instance, arguments), invocation);
    }

    /// <summary>The narrowest type that the code says of what is called: <c>using</c> calls the interface of what may be a class.</summary>
    private static ITypeSymbol? ReceiverType(IInvocationOperation call) =>
        call.Instance is IConversionOperation { IsImplicit: true, OperatorMethod: null, Operand.Type: { IsReferenceType: true } type } ? type : call.Instance?.Type;

    /// <summary>Code in this compilation says more than a model of the member that it overrides or implements.</summary>
    private static bool CodeGoesFirst(IMethodSymbol method) => FunctionBodies.HasCode((method.ReducedFrom ?? method).OriginalDefinition);

    /// <summary>Whether a member of the framework, on an object that is not known, may run code that is not here: that of its own collections.</summary>
    private static bool MayRunElsewhere(ISymbol member, AbstractValue instance) =>
        member.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty && !instance.Objects.IsEmpty && CallTargets.ExactTypesOf(instance).IsEmpty;

    /// <summary>A call that neither code nor model describes.</summary>
    private AbstractValue CallUnknown(IInvocationOperation invocation, AbstractValue instance, Dictionary<IParameterSymbol, AbstractValue> arguments)
    {
        var method = invocation.TargetMethod;
        if (method.Name == "GetEnumerator" && IsDictionary(invocation.Instance?.Type))
            return PairsOf(instance, invocation.Syntax);
        if (s_transparentCalls.Contains(method.Name))
            return invocation.Instance is not null ? instance : arguments.Values.FirstOrDefault() ?? AbstractValue.Clean;
        // The compiler's calls on an interpolated string handler, whoever wrote the handler.
        if (method.Name is "AppendFormatted" or "AppendLiteral")
            WriteSlot(instance, HeapSlot.AnyElement, arguments.Values.FirstOrDefault() ?? AbstractValue.Clean);
        if (method.Name == "<Clone>$")
            return Clone(instance, invocation.Syntax);
        if (method is { Name: "ToString", Parameters.IsEmpty: true } && IsSpelled(invocation.Instance?.Type))
            return State.ContentOf(instance).TaintsOnly();
        FillParsed(invocation, instance, arguments);
        var called = RunCallbacks(arguments.Values, invocation);
        var result = method.OriginalDefinition.HasSource() ? AbstractValue.Clean : TextOf(invocation, instance, arguments).Join(called.TaintsOnly());
        return HasIdentity(invocation.Type) ? result.WithObject(new HeapObject.Allocation(invocation.Syntax)) : result;
    }

    private Dictionary<IParameterSymbol, AbstractValue> EvaluateArguments(ImmutableArray<IArgumentOperation> arguments)
    {
        if (arguments.IsEmpty)
            return s_noArguments;
        var values = new Dictionary<IParameterSymbol, AbstractValue>(SymbolEqualityComparer.Default);
        foreach (var argument in arguments)
        {
            var value = Evaluate(argument.Value);
            if (argument.Parameter is { } parameter)
                values[parameter] = value;
            // What a call without body puts into an out parameter is not known: nothing of before is left.
            if (argument.Parameter?.RefKind == RefKind.Out)
                Assign(argument.Value, AbstractValue.Clean, argument.Syntax);
        }

        return values;
    }

    /// <summary>The default for calls that nothing is known of: a text result is made of the text arguments and the text receiver.</summary>
    private AbstractValue TextOf(IInvocationOperation invocation, AbstractValue instance, Dictionary<IParameterSymbol, AbstractValue> arguments)
    {
        if (!IsCarried(invocation.Type?.UnwrapTask()))
            return AbstractValue.Clean;
        return Handed(invocation, instance, arguments);
    }

    /// <summary>What the text in a call is made of, or what an identifier is made of where the query is about such.</summary>
    private AbstractValue Handed(IInvocationOperation invocation, AbstractValue instance, Dictionary<IParameterSymbol, AbstractValue> arguments)
    {
        var value = IsCarried(invocation.Instance?.Type) ? AbstractValue.Clean.Join(instance.TaintsOnly()) : AbstractValue.Clean;
        foreach (var pair in arguments)
        {
            if (IsCarried(pair.Key.Type) || (pair.Key.Type.SpecialType == SpecialType.System_Object && _barrier.PassesIdentifier(invocation.Type)))
                value = value.Join(pair.Value.TaintsOnly());
        }

        return value;
    }

    private AbstractValue Clone(AbstractValue original, SyntaxNode site)
    {
        var copies = AbstractState.CopiesOf(original.Objects, new HeapObject.Allocation(site));
        foreach (var (copy, originals) in copies)
            State = State.WithCopy(copy, originals);
        return original.TaintsOnly().WithObjects(copies.Select(static copy => (HeapObject)copy.Copy).ToImmutableArray());
    }

    /// <summary>Types whose values the compiler spells with all their members.</summary>
    private static bool IsSpelled(ITypeSymbol? type) => type is { IsRecord: true } or { IsTupleType: true } or { IsAnonymousType: true };

    private bool IsCarried(ITypeSymbol? type) => IsText(type) || _barrier.PassesIdentifier(type);

    /// <summary><c>Guid.TryParse(text, out var id)</c>: the id names what the text named.</summary>
    private void FillParsed(IInvocationOperation invocation, AbstractValue instance, Dictionary<IParameterSymbol, AbstractValue> arguments)
    {
        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.Out } parameter && _barrier.PassesIdentifier(parameter.Type))
                Assign(argument.Value, Handed(invocation, instance, arguments), argument.Syntax);
        }
    }

    private static bool IsText(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_String } or
            { Name: "StringValues" } or
            { Name: "ReadOnlySpan" or "Span" or "ReadOnlyMemory" or "Memory", ContainingNamespace.Name: "System" } or
            IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String or SpecialType.System_Char or SpecialType.System_Byte };
}
