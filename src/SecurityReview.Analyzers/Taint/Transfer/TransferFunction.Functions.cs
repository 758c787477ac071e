using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Solver;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>Calls of functions whose code is in the compilation, and of delegates.</content>
internal sealed partial class TransferFunction
{
    /// <summary>The variables that the function called next shares with one that has returned.</summary>
    private HeapObject.Closure? _variables;

    /// <summary>What the last call left in its by-reference parameters, by ordinal.</summary>
    private readonly Dictionary<int, AbstractValue> _outs = new();

    private static HeapObject? Single(AbstractValue value) => value.Objects.Length == 1 ? value.Objects[0] : null;

    private AbstractValue? CallOperator(IMethodSymbol method, IOperation operation, params AbstractValue[] operands)
    {
        if (!FunctionBodies.HasCode(method.OriginalDefinition) && !method.IsAbstract)
            return null;
        var arguments = new Dictionary<IParameterSymbol, AbstractValue>(SymbolEqualityComparer.Default);
        for (var i = 0; i < method.Parameters.Length && i < operands.Length; i++)
            arguments[method.Parameters[i]] = operands[i];
        var type = operation switch
        {
            IBinaryOperation binary => binary.ConstrainedToType,
            IUnaryOperation unary => unary.ConstrainedToType,
            IConversionOperation conversion => conversion.ConstrainedToType,
            ICompoundAssignmentOperation compound => compound.ConstrainedToType,
            _ => null,
        };
        return CallBodies(method, TypeCalledOn(type), arguments, operation, null, isVirtual: method.IsAbstract || method.IsVirtual);
    }

    /// <summary>Runs the code that a call names, and notes the call for those who search for callers; null where there is no code.</summary>
    private AbstractValue? CallBodies(
        IMethodSymbol method, AbstractValue receiver, Dictionary<IParameterSymbol, AbstractValue> arguments, IOperation call, ITypeSymbol? receiverType, bool isVirtual)
    {
        method = method.ReducedFrom ?? method;
        var values = Ordered(method, arguments);
        if (!method.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty || method.OriginalDefinition.ContainingType is { DeclaringSyntaxReferences.IsEmpty: false })
            Applications.Add(new Application(method.OriginalDefinition, receiver, values.ToImmutableArray(), State, call.Syntax, _unit.Member, IsDirect: true, method));
        return _slice.Skips(call.Syntax) ? AbstractValue.Clean : RunBodies(method, receiver, arguments, call, receiverType, isVirtual);
    }

    private AbstractValue? RunBodies(
        IMethodSymbol method, AbstractValue receiver, Dictionary<IParameterSymbol, AbstractValue> arguments, IOperation call, ITypeSymbol? receiverType, bool isVirtual)
    {
        if (method.MethodKind == MethodKind.LocalFunction && _unit.Owns(method))
            receiver = This;
        var values = Ordered(method, arguments);
        var targets = _context.Targets.Of(method, receiver, receiverType, isVirtual, _context.Cancellation);
        // Which of several implementations runs is for a caller to say who knows the object.
        if (targets.Length > 1)
            Consulted.UnionWith(receiver.Objects.OfType<HeapObject.Passed>().Where(static passed => passed.Exact is null).Select(static passed => passed.Origin));
        return CallTargetsOf(targets, method, receiver, values, call);
    }

    /// <summary>What a mediator hands to the handlers of its request; null where the call is none.</summary>
    private AbstractValue? CallHandler(IMethodSymbol method, Dictionary<IParameterSymbol, AbstractValue> arguments, IInvocationOperation call)
    {
        if (!RequestHandlers.IsSender(method))
            return null;
        foreach (var argument in call.Arguments)
        {
            var handlers = argument.Value.Unwrap().Type is { } request && !RequestHandlers.Takes(method, argument.Parameter, request) ? RequestHandlers.Of(_context.Types).For(request, _context.Cancellation) : ImmutableArray<IMethodSymbol>.Empty;
            if (handlers.IsEmpty || argument.Parameter is null)
                continue;
            var value = arguments[argument.Parameter];
            foreach (var handler in handlers)
                Applications.Add(new Application(handler, AbstractValue.Clean, ImmutableArray.Create(value), State, call.Syntax, _unit.Member, IsDirect: false));
            return CallTargetsOf(handlers, handlers[0], AbstractValue.Clean, [value], call);
        }

        return null;
    }

    private AbstractValue? CallTargetsOf(ImmutableArray<IMethodSymbol> targets, IMethodSymbol named, AbstractValue receiver, AbstractValue[] values, IOperation call)
    {
        var before = State;
        var variables = _variables;
        _variables = null;
        AbstractValue? result = null;
        AbstractState? after = null;
        var outs = new Dictionary<int, AbstractValue>();
        foreach (var target in targets)
        {
            State = before;
            var substitution = new Substitution(this, target, named, receiver, values, variables, call);
            if ((RunAutomatic(target, receiver, values) ?? substitution.Apply()) is not { } returned)
                continue;
            result = (result ?? AbstractValue.Bottom).Join(returned);
            after = after?.Join(State) ?? State;
            foreach (var pair in substitution.Outs)
                outs[pair.Key] = outs.TryGetValue(pair.Key, out var known) ? known.Join(pair.Value) : pair.Value;
        }

        State = after ?? before;
        _outs.Clear();
        foreach (var pair in outs)
        {
            _outs[pair.Key] = pair.Value;
            if (ArgumentsOf(call).FirstOrDefault(argument => argument.Parameter?.Ordinal == pair.Key && argument.Parameter.RefKind is RefKind.Ref or RefKind.Out) is { } argument)
                Assign(argument.Value, pair.Value, argument.Syntax);
        }

        return result;
    }

    /// <summary>An accessor that the compiler writes, found behind an interface or base class; null for any other code.</summary>
    private AbstractValue? RunAutomatic(IMethodSymbol accessor, AbstractValue receiver, AbstractValue[] values)
    {
        if (accessor.AssociatedSymbol is not IPropertySymbol property || BodyDeclarations.Of(accessor, _context.Cancellation) is not null)
            return null;
        if (accessor.MethodKind == MethodKind.PropertyGet)
            return property.IsStatic ? ReadStatic(property, property.Type) : ReadMember(receiver, property, property.Name);
        var value = values.Length == 0 ? AbstractValue.Clean : values[values.Length - 1];
        if (property.IsStatic)
            State = State.With(property, value);
        else
            WriteSlot(receiver, property.Name, value);
        return AbstractValue.Clean;
    }

    private static ImmutableArray<IArgumentOperation> ArgumentsOf(IOperation call) => call switch
    {
        IInvocationOperation invocation => invocation.Arguments,
        IObjectCreationOperation creation => creation.Arguments,
        IPropertyReferenceOperation property => property.Arguments,
        _ => ImmutableArray<IArgumentOperation>.Empty,
    };

    private static AbstractValue[] Ordered(IMethodSymbol method, Dictionary<IParameterSymbol, AbstractValue> arguments)
    {
        var values = new AbstractValue[method.Parameters.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = AbstractValue.Clean;
        foreach (var pair in arguments)
        {
            if (pair.Key.Ordinal < values.Length)
                values[pair.Key.Ordinal] = pair.Value;
        }

        return values;
    }
}
