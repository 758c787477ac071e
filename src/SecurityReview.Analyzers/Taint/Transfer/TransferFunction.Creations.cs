using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>New objects, arrays, tuples.</content>
internal sealed partial class TransferFunction
{
    private AbstractValue EvaluateCreation(IObjectCreationOperation creation)
    {
        var arguments = EvaluateArguments(creation.Arguments);
        var created = AbstractValue.OfObject(new HeapObject.Allocation(creation.Syntax, creation.Type));
        if (creation.Constructor is { } constructor)
        {
            // A positional record keeps each argument in the property of the same name, a class in what its members see as the parameter.
            foreach (var pair in arguments)
            {
                if (creation.Type is { IsRecord: true } || pair.Key.OriginalDefinition.IsPrimary())
                    WriteSlot(created, pair.Key.Name, pair.Value);
            }

            if (CallBodies(constructor, created, arguments, creation, creation.Type, isVirtual: false) is null)
                created = SourceOf(constructor, creation) ?? ApplyModels(constructor, created, arguments, creation) ?? created;
        }

        StartCounting(created, creation);
        Evaluate(creation.Initializer);
        return created;
    }

    /// <summary><c>new T()</c>: an object of the type that a caller gives, where the compilation has something to say of such types.</summary>
    private AbstractValue EvaluateCreation(ITypeParameterObjectCreationOperation creation)
    {
        var type = creation.Type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(static constraint => !constraint.DeclaringSyntaxReferences.IsEmpty)
            ? TypeArguments.In(State, parameter) : AbstractValue.Clean;
        Consulted.UnionWith(type.Objects.OfType<HeapObject.Passed>().Where(static passed => passed.Exact is null).Select(static passed => passed.Origin));
        var exact = CallTargets.ExactTypesOf(type).OfType<INamedTypeSymbol>().FirstOrDefault();
        var created = AbstractValue.OfObject(new HeapObject.Allocation(creation.Syntax, exact));
        if (exact?.InstanceConstructors.FirstOrDefault(static constructor => constructor.Parameters.IsEmpty) is { } constructor)
            CallBodies(constructor, created, s_noArguments, creation, exact, isVirtual: false);
        Evaluate(creation.Initializer);
        return created;
    }

    private AbstractValue EvaluateAnonymous(IAnonymousObjectCreationOperation anonymous)
    {
        var created = AbstractValue.OfObject(new HeapObject.Allocation(anonymous.Syntax, anonymous.Type));
        foreach (var initializer in anonymous.Initializers.OfType<ISimpleAssignmentOperation>())
        {
            var value = Evaluate(initializer.Value);
            if (initializer.Target is IPropertyReferenceOperation member)
                WriteSlot(created, member.Property.Name, value.Through(initializer.Syntax));
        }

        return created;
    }

    private AbstractValue EvaluateArray(IArrayCreationOperation array)
    {
        var created = AbstractValue.OfObject(new HeapObject.Allocation(array.Syntax, array.Type));
        foreach (var size in array.DimensionSizes)
        {
            if (Evaluate(size).Constant is { IsKnown: true, Value: int count } && array.DimensionSizes.Length == 1)
                SetCount(created, count);
        }

        if (array.Initializer is not { } initializer)
            return created;
        for (var i = 0; i < initializer.ElementValues.Length; i++)
            WriteSlot(created, HeapSlot.Element(i), Evaluate(initializer.ElementValues[i]));
        return created;
    }

    private AbstractValue EvaluateTuple(ITupleOperation tuple)
    {
        var created = AbstractValue.OfObject(new HeapObject.Allocation(tuple.Syntax, tuple.Type));
        for (var i = 0; i < tuple.Elements.Length; i++)
            WriteSlot(created, $"Item{i + 1}", Evaluate(tuple.Elements[i]));
        return created;
    }
}
