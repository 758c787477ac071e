using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>Reads: variables, members, elements.</content>
internal sealed partial class TransferFunction
{
    /// <summary>The instance that the body runs on.</summary>
    private AbstractValue This => State[_unit.Member] ?? AbstractValue.OfObject(new HeapObject.Passed(new SymbolicOrigin(_unit.Member, null)));

    /// <summary>
    /// The name of a member's slot. The elements of a tuple go by position, whatever they are called; what stands behind a property by the property.
    /// </summary>
    private static string SlotName(ISymbol member) => member switch
    {
        IFieldSymbol { CorrespondingTupleField: { } element } => element.Name,
        IFieldSymbol { AssociatedSymbol: { } property } => property.Name,
        _ => member.Name,
    };

    /// <summary>What a temporary of the graph stands for; null if it was not met yet.</summary>
    public IOperation? CapturedBy(CaptureId id) => _captured.TryGetValue(id, out var operation) ? operation : null;

    /// <summary>What something from outside of the body holds, for the caller to say.</summary>
    private AbstractValue Symbolic(ISymbol root, ITypeSymbol type)
    {
        var isText = _barrier.CanCarryText(type);
        if (!isText && !HoldsFunctions(type))
            return AbstractValue.Clean;
        var origin = new SymbolicOrigin(root, null);
        var passed = isText ? AbstractValue.OfOrigin(origin) : AbstractValue.Clean;
        return HasIdentity(type) ? passed.WithObject(new HeapObject.Passed(origin)) : passed;
    }

    /// <summary>Delegates, and collections of them: no text, but code that somebody calls.</summary>
    private static bool HoldsFunctions(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Delegate } => true,
        IArrayTypeSymbol array => HoldsFunctions(array.ElementType),
        INamedTypeSymbol { Arity: > 0 } generic => generic.TypeArguments.Any(static argument => argument.TypeKind == TypeKind.Delegate),
        _ => false,
    };

    private AbstractValue ReadParameter(IParameterSymbol parameter)
    {
        if (State[parameter] is { } value)
            return value;
        // A primary-constructor parameter used in another member has been stored in the object.
        return parameter.IsPrimary() && !_unit.Owns(parameter) ? State.ReadSlot(This, parameter.Name) : Symbolic(parameter, parameter.Type);
    }

    private AbstractValue ReadLocal(ILocalSymbol local) =>
        _aliases.TryGetValue(local, out var place) ? Evaluate(place) : State[local] ?? (_unit.Owns(local) ? AbstractValue.Clean : Symbolic(local, local.Type));

    /// <summary>What a static member is called on: a type, where it is called through a type parameter.</summary>
    private AbstractValue TypeCalledOn(ITypeSymbol? constrained) => constrained is ITypeParameterSymbol parameter ? TypeArguments.In(State, parameter) : AbstractValue.Clean;

    private AbstractValue ReadField(IFieldReferenceOperation field)
    {
        var instance = field.Instance is null ? AbstractValue.Clean : Evaluate(field.Instance);
        if (SourceOf(field.Field, field) is { } source)
            return source;
        if (field.Field.IsStatic)
            return ReadStatic(field.Field, field.Field.Type);
        return ReadMember(instance, field.Field, SlotName(field.Field));
    }

    private AbstractValue ReadStatic(ISymbol member, ITypeSymbol type)
    {
        if (State[member] is { } stored)
            return stored;
        if (_context.Constants.Of(member, _context.Cancellation) is { HasValues: true } constants)
            return AbstractValue.OfConstants(constants);
        return member.HasSource() ? Symbolic(member, type) : AbstractValue.Clean;
    }

    /// <summary>The value of a field or automatic property.</summary>
    private AbstractValue ReadMember(AbstractValue instance, ISymbol member, string name)
    {
        var value = State.ReadSlot(instance, name);
        if (value.Constant.HasValues || instance.Objects.Any(target => State[new HeapSlot(target, name)] is not null))
            return value;
        return _context.Constants.Of(member, _context.Cancellation) is { HasValues: true } constants ? AbstractValue.OfConstants(constants) : value;
    }

    private AbstractValue ReadProperty(IPropertyReferenceOperation reference)
    {
        var instance = reference.Instance is null ? TypeCalledOn(reference.ConstrainedToType) : Evaluate(reference.Instance);
        var arguments = EvaluateArguments(reference.Arguments);
        var property = reference.Property;
        if (ConstantFolding.Member(reference, instance, arguments.Values) is { } constant)
            return constant;
        if (SourceOf(property, reference) is { } source)
            return source;
        if (_context.Models.HasOwnRow(property) && ApplyModels(property, instance, s_noArguments, reference) is { } own)
            return own;
        if (property.GetMethod is { } getter && !HasStorage(property) &&
            CallBodies(getter, instance, arguments, reference, reference.Instance?.Type, IsDispatched(reference.Instance) || property.IsStatic) is { } computed)
            return OrException(IsCurrent(property) && MayRunElsewhere(property, instance) ? computed.Join(State.ReadElement(instance, HeapSlot.AnyElement)) : computed, reference);
        if (property.IsStatic)
            return ReadStatic(property, property.Type);
        ConsultKeys(reference, instance);
        if (reference.Arguments.Length > 0)
            return State.ReadElement(instance, ElementSlot(reference.Arguments.Select(argument => argument.Value), instance));
        if (IsTransparent(property))
            return instance;
        if (ApplyModels(property, instance, s_noArguments, reference) is { } modelled)
            return modelled;
        if (IsCurrent(property) && !instance.Objects.IsEmpty)
            return State.ReadElement(instance, HeapSlot.AnyElement);
        return OrException(WithOwnCollection(ReadMember(instance, property, property.Name), instance, property), reference);
    }

    /// <summary>What an enumerator of the framework stands at: an element of what it enumerates.</summary>
    private static bool IsCurrent(IPropertySymbol property) => property is { Name: "Current", OriginalDefinition.DeclaringSyntaxReferences.IsEmpty: true };

    /// <summary>Which element it is, a caller knows who knows the key.</summary>
    private void ConsultKeys(IPropertyReferenceOperation reference, AbstractValue instance)
    {
        foreach (var argument in instance.Objects.IsEmpty ? ImmutableArray<IArgumentOperation>.Empty : reference.Arguments)
        {
            if (argument.Value.Unwrap() is IParameterReferenceOperation { Parameter: var key } && MayBeFlag(key.Type) && !key.IsPrimary() && State[key]?.Constant.IsKnown != true)
                Consulted.Add(new SymbolicOrigin(key, null));
        }
    }

    /// <summary>A collection that a framework object has from the start and only hands out: what is put into it stays with the object.</summary>
    private AbstractValue WithOwnCollection(AbstractValue value, AbstractValue instance, IPropertySymbol property)
    {
        if (!value.Objects.IsEmpty || property.SetMethod is not null || !property.DeclaringSyntaxReferences.IsEmpty || Single(instance) is not HeapObject.Allocation holder ||
            property.Type.SpecialType == SpecialType.System_String || !property.Type.SelfAndInterfaces().Any(static item => item.SpecialType == SpecialType.System_Collections_IEnumerable))
        {
            return value;
        }

        var own = AbstractValue.OfObject(holder.PartIn(property.Name));
        WriteSlot(instance, property.Name, own);
        return value.Join(own);
    }

    /// <summary>Whether a property of this compilation keeps its value itself, or has none: its accessors are not looked into.</summary>
    private static bool HasStorage(IPropertySymbol property)
    {
        var definition = property.OriginalDefinition;
        return !definition.IsAbstract && definition.ContainingType?.TypeKind != TypeKind.Interface && !definition.DeclaringSyntaxReferences.IsEmpty &&
            IsAutomatic(definition.GetMethod) && IsAutomatic(definition.SetMethod) && !definition.IsVirtual && !definition.IsOverride;
    }

    private static bool IsAutomatic(IMethodSymbol? accessor) => accessor is null || Calls.BodyDeclarations.Of(accessor, CancellationToken.None) is null;

    private static bool IsDispatched(IOperation? instance) =>
        instance is not null and not IInstanceReferenceOperation { Syntax: Microsoft.CodeAnalysis.CSharp.Syntax.BaseExpressionSyntax };

    /// <summary>An exception that is had from anywhere but a creation is an exception that happened.</summary>
    private AbstractValue OrException(AbstractValue value, IOperation operation) =>
        !ExceptionMembers.IsException(operation.Type, _context.Types) || ExceptionMembers.IsKnown(value)
            ? value
            : AbstractValue.OfOrigin(new SourceOrigin(SourceKinds.ExceptionDetail, $"the exception '{operation.Syntax}'", operation.Syntax.GetLocation()));

    /// <summary>Members that only unwrap: the value of a nullable, the result of a task.</summary>
    private static bool IsTransparent(IPropertySymbol property) =>
        property is { Name: "Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } or
            { Name: "Result", ContainingType.Name: "Task" or "ValueTask" };

    /// <summary>The slot for an index or key: its own where the key is a constant.</summary>
    private string ElementSlot(IEnumerable<IOperation> indices, AbstractValue collection) => ElementSlot(indices.Select(Evaluate).ToList(), collection);

    private string ElementSlot(IReadOnlyList<AbstractValue> keys, AbstractValue collection)
    {
        if (keys.Count == 0 || !keys.All(static key => key.Constant.IsKnown))
            return HeapSlot.AnyElement;
        if (keys[0].Constant.Value is FromEnd end)
            return CountOf(collection) is { } count && end.Distance <= count ? HeapSlot.Element(count - end.Distance) : HeapSlot.AnyElement;
        return HeapSlot.Element(string.Join(",", keys.Select(static key => key.Constant.Value)));
    }

    private AbstractValue Capture(IFlowCaptureOperation capture)
    {
        _captured[capture.Id] = capture.Value;
        var value = Evaluate(capture.Value);
        State = State.With(capture.Id, value);
        return value;
    }

    private static bool HasIdentity(ITypeSymbol? type) =>
        type is not null && type.SpecialType != SpecialType.System_String && type is { IsReferenceType: true } or { TypeKind: TypeKind.Struct or TypeKind.TypeParameter };
}
