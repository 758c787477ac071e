using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>
/// What is bound at run time: members by name, methods by name and number of arguments, of the types that the object is known to have. Where these are
/// not known, a call makes a text of what it is given.
/// </content>
internal sealed partial class TransferFunction
{
    /// <summary>How many overloads one call is taken to mean.</summary>
    private const int MaxOverloads = 8;

    private AbstractValue InvokeDynamic(IDynamicInvocationOperation invocation)
    {
        if (invocation.Operation is not IDynamicMemberReferenceOperation member)
            return InvokeDelegate(Evaluate(invocation.Operation), invocation.Arguments.Select(Evaluate).ToArray(), invocation);
        var instance = member.Instance is null ? AbstractValue.Clean : Evaluate(member.Instance);
        var arguments = invocation.Arguments.Select(Evaluate).ToArray();
        var methods = TypesOf(instance, member).SelectMany(static type => type.SelfAndBaseTypes()).SelectMany(type => type.GetMembers(member.MemberName)).OfType<IMethodSymbol>();
        return RunFitting(methods, instance, arguments, invocation.Arguments, invocation)
            ?? arguments.Aggregate(instance, static (joined, next) => joined.Join(next)).TaintsOnly().Join(RunCallbacks(arguments, invocation).TaintsOnly());
    }

    private AbstractValue CreateDynamic(IDynamicObjectCreationOperation creation)
    {
        var created = AbstractValue.OfObject(new HeapObject.Allocation(creation.Syntax, creation.Type));
        var arguments = creation.Arguments.Select(Evaluate).ToArray();
        if (creation.Type is not INamedTypeSymbol type || RunFitting(type.InstanceConstructors, created, arguments, creation.Arguments, creation) is null)
            created = arguments.Aggregate(created, static (joined, next) => joined.Join(next.TaintsOnly()));
        Evaluate(creation.Initializer);
        return created;
    }

    private AbstractValue ReadDynamic(IDynamicMemberReferenceOperation member)
    {
        var instance = member.Instance is null ? AbstractValue.Clean : Evaluate(member.Instance);
        if (PropertyOf(instance, member) is { GetMethod: { } getter } property)
        {
            if (!_barrier.CanCarryText(property.Type))
                return AbstractValue.Clean;
            if (!HasStorage(property) && (CallBodies(getter, instance, s_noArguments, member, property.ContainingType, isVirtual: true) ?? ApplyModels(property, instance, s_noArguments, member)) is { } computed)
                return computed;
        }

        return instance.Objects.Any(IsBag) ? State.ReadElement(instance, HeapSlot.Element(member.MemberName)) : State.ReadSlot(instance, member.MemberName);
    }

    private AbstractValue ReadDynamic(IDynamicIndexerAccessOperation indexer)
    {
        var collection = Evaluate(indexer.Operation);
        return State.ReadElement(collection, ElementSlot(indexer.Arguments, collection));
    }

    private void WriteDynamic(IDynamicMemberReferenceOperation member, AbstractValue value)
    {
        var instance = member.Instance is null ? AbstractValue.Clean : Evaluate(member.Instance);
        if (PropertyOf(instance, member) is { SetMethod: { Parameters.Length: 1 } setter } property && !HasStorage(property) &&
            CallBodies(setter, instance, Argument(setter.Parameters[0], value), member, property.ContainingType, isVirtual: true) is not null)
        {
            return;
        }

        WriteSlot(instance, instance.Objects.Any(IsBag) ? HeapSlot.Element(member.MemberName) : member.MemberName, value);
    }

    /// <summary>Whether the members of an object are the entries of a dictionary.</summary>
    private static bool IsBag(HeapObject item) => item is HeapObject.Allocation { Type.Name: "ExpandoObject" } or HeapObject.Passed { Exact.Name: "ExpandoObject" };

    /// <summary>The types that a receiver is known to have; a caller may know them where the body does not.</summary>
    private IReadOnlyCollection<ITypeSymbol> TypesOf(AbstractValue instance, IDynamicMemberReferenceOperation member)
    {
        Consulted.UnionWith(instance.Objects.OfType<HeapObject.Passed>().Where(static passed => passed.Exact is null).Select(static passed => passed.Origin));
        if (CallTargets.ExactTypesOf(instance) is { IsEmpty: false } exact)
            return exact;
        // Only the arguments are dynamic.
        return (member.Instance is null ? member.ContainingType : member.Instance.Unwrap().Type) is { TypeKind: not TypeKind.Dynamic } type ? [type] : [];
    }

    private IPropertySymbol? PropertyOf(AbstractValue instance, IDynamicMemberReferenceOperation member) =>
        TypesOf(instance, member).SelectMany(static type => type.SelfAndBaseTypes()).SelectMany(type => type.GetMembers(member.MemberName)).OfType<IPropertySymbol>().FirstOrDefault();

    /// <summary>Runs the methods that may be meant: those that take as many arguments, and of these the ones that take such arguments.</summary>
    private AbstractValue? RunFitting(IEnumerable<IMethodSymbol> methods, AbstractValue instance, AbstractValue[] values, IReadOnlyList<IOperation> arguments, IOperation call)
    {
        var counted = methods.Where(method => method.Parameters.Length == values.Length).ToList();
        var fitting = counted.Where(method => method.Parameters.All(parameter => Takes(parameter, values[parameter.Ordinal], arguments[parameter.Ordinal]))).ToList();
        var before = State;
        AbstractValue? result = null;
        AbstractState? after = null;
        foreach (var method in (fitting.Count > 0 ? fitting : counted).Take(MaxOverloads))
        {
            State = before;
            var named = method.Parameters.ToDictionary(static parameter => parameter, parameter => values[parameter.Ordinal], (IEqualityComparer<IParameterSymbol>)SymbolEqualityComparer.Default);
            if ((CallBodies(method, instance, named, call, method.ContainingType, isVirtual: true) ?? ApplyModels(method, instance, named, call)) is not { } returned)
                continue;
            result = (result ?? AbstractValue.Bottom).Join(returned);
            after = after?.Join(State) ?? State;
        }

        State = after ?? before;
        return result;
    }

    private static bool Takes(IParameterSymbol parameter, AbstractValue value, IOperation argument)
    {
        if (parameter.Type is not INamedTypeSymbol { SpecialType: not SpecialType.System_Object } expected)
            return true;
        var types = CallTargets.ExactTypesOf(value);
        if (!types.IsEmpty)
            return types.Any(type => type.IsOrInherits(expected));
        return argument.Unwrap().Type is null or { TypeKind: TypeKind.Dynamic or TypeKind.TypeParameter or TypeKind.Interface } || argument.Unwrap().Type.IsOrInherits(expected);
    }
}
