using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Guards;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>
/// Calls: what a model says; for a member without model and without body, text in is text out; anything else carries nothing.
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
        var instance = invocation.Instance is null ? AbstractValue.Clean : Evaluate(invocation.Instance);
        var arguments = EvaluateArguments(invocation.Arguments);
        FillFromSources(method, invocation);
        if (SourceOf(method, invocation) is { } source)
            return source;
        if (PatternReplacement.Cleans(invocation, types))
            return AbstractValue.Clean;
        if (ApplyModels(method, instance, arguments, invocation) is { } modelled)
            return OrException(modelled, invocation);
        if (s_transparentCalls.Contains(method.Name))
            return invocation.Instance is not null ? instance : arguments.Values.FirstOrDefault() ?? AbstractValue.Clean;
        // The compiler's calls on an interpolated string handler, whoever wrote the handler.
        if (method.Name is "AppendFormatted" or "AppendLiteral")
            WriteSlot(instance, HeapSlot.AnyElement, arguments.Values.FirstOrDefault() ?? AbstractValue.Clean);
        if (method.Name == "<Clone>$")
            return Clone(instance, invocation.Syntax);
        var result = IsInSource(method) ? AbstractValue.Clean : TextOf(invocation, instance, arguments);
        return OrException(HasIdentity(invocation.Type) ? result.WithObject(new HeapObject.Allocation(invocation.Syntax)) : result, invocation);
    }

    private Dictionary<IParameterSymbol, AbstractValue> EvaluateArguments(ImmutableArray<IArgumentOperation> arguments)
    {
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

    /// <summary>The result of a call by its rows; null where no row speaks of it.</summary>
    private AbstractValue? ApplyModels(
        ISymbol member, AbstractValue instance, Dictionary<IParameterSymbol, AbstractValue> arguments, IOperation call)
    {
        var rows = models.RowsOf(member is IMethodSymbol { ReducedFrom: { } unreduced } ? unreduced : member);
        if (rows.IsEmpty)
            return null;
        if (rows.Any(row => row.Role == ModelRole.Sanitizer))
            return AbstractValue.Clean;
        var flows = rows.Where(row => row.Role == ModelRole.Passes).SelectMany(row => row.Flows).ToList();
        if (flows.Count == 0)
            return null;

        var isCreation = call is IObjectCreationOperation;
        var result = isCreation ? instance : HasIdentity(call.Type) ? AbstractValue.OfObject(new HeapObject.Allocation(call.Syntax)) : AbstractValue.Clean;
        // A fluent call (builder.Append(…)) returns the object that it was called on.
        if (!isCreation && member is IMethodSymbol { IsStatic: false } method && SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType) && HasIdentity(call.Type))
            result = instance;
        foreach (var flow in flows)
        {
            var value = Read(flow.From, instance, arguments);
            var to = flow.To;
            if (to.IsElement && to.Holder is { Root: PlaceRoot.Return or PlaceRoot.This, IsWhole: true } holder)
                WriteSlot(holder.Root == PlaceRoot.Return || isCreation ? result : instance, HeapSlot.AnyElement, value);
            else if (to.IsWhole && (to.Root == PlaceRoot.Return || (to.Root == PlaceRoot.This && isCreation)))
                result = result.Join(flow.From.IsElement ? value : value.TaintsOnly());
            else if (to is { IsWhole: true, Root: PlaceRoot.Parameter } && call is IInvocationOperation invocation && invocation.ArgumentFor(to.Parameter) is { } target)
                Fill(target, value);
        }

        return result;
    }

    private AbstractValue Read(ModelPlace place, AbstractValue instance, Dictionary<IParameterSymbol, AbstractValue> arguments)
    {
        var value = place.Root switch
        {
            PlaceRoot.This => instance,
            PlaceRoot.AnyArgument => arguments.Values.Aggregate(AbstractValue.Clean, static (joined, next) => joined.Join(next)),
            _ => arguments.FirstOrDefault(pair => pair.Key.Name == place.Parameter).Value ?? AbstractValue.Clean,
        };
        foreach (var step in place.Steps)
        {
            value = step.Kind switch
            {
                PlaceStepKind.Content => State.ContentOf(value).TaintsOnly(),
                PlaceStepKind.Element or PlaceStepKind.KeyedElement => ReadElement(value, HeapSlot.AnyElement),
                PlaceStepKind.Member => ReadSlot(value, step.Name),
                _ => AbstractValue.Clean,
            };
        }

        return value;
    }

    /// <summary>The default for calls that nothing is known of: a text result is made of the text arguments and the text receiver.</summary>
    private static AbstractValue TextOf(IInvocationOperation invocation, AbstractValue instance, Dictionary<IParameterSymbol, AbstractValue> arguments)
    {
        if (!IsText(invocation.Type?.UnwrapTask()))
            return AbstractValue.Clean;
        var value = IsText(invocation.Instance?.Type) ? AbstractValue.Clean.Join(instance.TaintsOnly()) : AbstractValue.Clean;
        foreach (var pair in arguments)
        {
            if (IsText(pair.Key.Type))
                value = value.Join(pair.Value.TaintsOnly());
        }

        return value;
    }

    private AbstractValue Clone(AbstractValue original, SyntaxNode site)
    {
        var copy = AbstractValue.OfObject(new HeapObject.Allocation(site));
        foreach (var target in original.Objects)
        {
            foreach (var pair in State.SlotsOf(target).ToList())
                WriteSlot(copy, pair.Key.Name, pair.Value);
        }

        return original.TaintsOnly().IsTainted ? copy.Join(original.TaintsOnly()) : copy;
    }

    private static bool IsInSource(IMethodSymbol method) => !method.DeclaringSyntaxReferences.IsEmpty;

    private static bool IsText(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_String } or
            { Name: "StringValues" } or
            { Name: "ReadOnlySpan" or "Span" or "ReadOnlyMemory" or "Memory", ContainingNamespace.Name: "System" } or
            IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String or SpecialType.System_Char or SpecialType.System_Byte };
}
