using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>Writes: variables, members, elements, tuples taken apart.</content>
internal sealed partial class TransferFunction
{
    /// <summary>What reference locals stand for.</summary>
    private readonly Dictionary<ILocalSymbol, IOperation> _aliases = new(SymbolEqualityComparer.Default);

    /// <summary>Stores a value and returns it.</summary>
    /// <param name="step">What the user sees as a step of the way.</param>
    private AbstractValue Assign(IOperation target, AbstractValue value, SyntaxNode step)
    {
        if (IsCopied(target.Type) && !value.Objects.IsEmpty)
            value = value.WithObjects(Clone(value, step).Objects);
        var stored = value.Through(step);
        if (target is IMemberReferenceOperation { Type.TypeKind: TypeKind.Delegate } holder)
            Applications.Store(value, holder.Member);
        switch (target)
        {
            case ILocalReferenceOperation { Local: var alias } when _aliases.TryGetValue(alias, out var original):
                Assign(original, value, step);
                break;
            case ILocalReferenceOperation local:
                State = State.With(local.Local, stored);
                if (_deferred.Count > 0 && (stored.IsTainted || !stored.Objects.IsEmpty))
                    RunDeferred(local.Local);
                break;
            case IParameterReferenceOperation parameter when parameter.Parameter.IsPrimary() && !_unit.Owns(parameter.Parameter):
                WriteSlot(This, parameter.Parameter.Name, stored);
                break;
            case IParameterReferenceOperation parameter:
                State = State.With(parameter.Parameter, stored).With(new VouchedParameter(parameter.Parameter), VouchedParameter.No);
                if (_deferred.Count > 0 && (stored.IsTainted || !stored.Objects.IsEmpty))
                    RunDeferred(parameter.Parameter);
                break;
            case IInvocationOperation or IPropertyReferenceOperation when IsReference(target):
                WriteReference(target, stored);
                break;
            case IFieldReferenceOperation { Field.IsStatic: true } field:
                State = State.With(field.Field, stored);
                break;
            case IFieldReferenceOperation field:
                WriteSlot(Evaluate(field.Instance), SlotName(field.Field), stored);
                break;
            case IPropertyReferenceOperation { Property.SetMethod: { } setter } property when !HasStorage(property.Property) && CallSetter(property, setter, stored):
                break;
            case IPropertyReferenceOperation { Property.IsStatic: true } property:
                State = State.With(property.Property, stored);
                break;
            case IPropertyReferenceOperation { Property: { Name: "Length", ContainingType.Name: "StringBuilder" }, Instance: { } builder } when value.Constant is { IsKnown: true, Value: 0 }:
                State = Evaluate(builder) is { Objects.Length: 1 } emptied ? State.WithoutElements(emptied.Objects[0]) : State;
                break;
            case IPropertyReferenceOperation { Arguments.Length: > 0 } indexer:
                var indexed = Evaluate(indexer.Instance);
                var keys = indexer.Arguments.Select(argument => Evaluate(argument.Value)).ToList();
                WriteSlot(indexed, ElementSlot(keys, indexed), stored);
                if (IsDictionary(indexer.Property.ContainingType))
                    StoreKey(indexed, keys[0]);
                break;
            case IImplicitIndexerReferenceOperation { IndexerSymbol: IPropertySymbol } indexer:
                var counted = Evaluate(indexer.Instance);
                WriteSlot(counted, ElementSlot([Evaluate(indexer.Argument)], counted), stored);
                break;
            case IPropertyReferenceOperation property:
                WriteSlot(Evaluate(property.Instance), property.Property.Name, stored);
                break;
            case IEventReferenceOperation @event:
                WriteSlot(Evaluate(@event.Instance), @event.Event.Name, stored);
                break;
            case IDynamicMemberReferenceOperation member:
                WriteDynamic(member, stored);
                break;
            case IDynamicIndexerAccessOperation indexer:
                var keyed = Evaluate(indexer.Operation);
                WriteSlot(keyed, ElementSlot(indexer.Arguments, keyed), stored);
                break;
            case IArrayElementReferenceOperation element:
                var array = Evaluate(element.ArrayReference);
                WriteSlot(array, ElementSlot(element.Indices, array), stored);
                break;
            case IFlowCaptureReferenceOperation reference:
                // The graph captures what stands left of an assignment before it evaluates the right side.
                State = State.With(reference.Id, stored);
                if (_captured.TryGetValue(reference.Id, out var captured) && captured is not IFlowCaptureReferenceOperation)
                    Assign(captured, value, step);
                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, value, step);
                break;
            case IConversionOperation conversion:
                Assign(conversion.Operand, value, step);
                break;
            case ITupleOperation tuple:
                Deconstruct(tuple, value, null, step);
                break;
            case { } pointed when IsPointedTo(pointed):
                WriteThrough(pointed, stored);
                break;
        }

        return value;
    }

    /// <summary>Structures and tuples are copied when they are stored; what only looks at other memory is not.</summary>
    private static bool IsCopied(ITypeSymbol? type) =>
        type is { IsValueType: true, TypeKind: TypeKind.Struct, IsRefLikeType: false, SpecialType: SpecialType.None } and not { Name: "Memory" or "ReadOnlyMemory" or "ArraySegment" or "StringValues" or "ValueTask" };

    /// <summary>A reference local is another name for a place.</summary>
    private AbstractValue Alias(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is ILocalReferenceOperation { Local: var local })
            _aliases[local] = assignment.Value;
        return Evaluate(assignment.Value);
    }

    /// <summary>Runs the code of a setter; false where it has none.</summary>
    private bool CallSetter(IPropertyReferenceOperation property, IMethodSymbol setter, AbstractValue value)
    {
        var instance = Evaluate(property.Instance);
        var arguments = new Dictionary<IParameterSymbol, AbstractValue>(EvaluateArguments(property.Arguments), SymbolEqualityComparer.Default);
        if (setter.Parameters.LastOrDefault() is { } parameter)
            arguments[parameter] = value;
        return CallBodies(setter, instance, arguments, property, property.Instance?.Type, IsDispatched(property.Instance)) is not null;
    }

    private AbstractValue AssignCompound(ICompoundAssignmentOperation compound)
    {
        var before = Evaluate(compound.Target);
        var added = Evaluate(compound.Value);
        var value = compound.OperatorMethod is { } method && CallOperator(method, compound, before, added) is { } computed ? computed
            : compound.Type?.TypeKind == TypeKind.Delegate ? Combine(compound, before, added)
            : before.Join(added).TaintsOnly();
        return Assign(compound.Target, value, compound.Syntax);
    }

    private static AbstractValue Combine(ICompoundAssignmentOperation compound, AbstractValue before, AbstractValue changed) =>
        compound.OperatorKind == BinaryOperatorKind.Subtract ? before.WithObjects(before.Objects.RemoveRange(changed.Objects)) : before.Join(changed);

    private AbstractValue Deconstruct(IOperation target, AbstractValue value, ITypeSymbol? type, SyntaxNode step)
    {
        if (target is IDeclarationExpressionOperation declaration)
            return Deconstruct(declaration.Expression, value, type, step);
        if (target is not ITupleOperation tuple)
            return Assign(target, value, step);
        var parts = PartsOf(value, type, tuple.Elements.Length, tuple);
        for (var i = 0; i < tuple.Elements.Length; i++)
            Deconstruct(tuple.Elements[i], parts[i].Value, parts[i].Type, step);
        return value;
    }

    /// <summary>The parts that a value is taken apart into: the elements of a tuple, what its own method gives, or the members that a record is made of.</summary>
    private IReadOnlyList<(AbstractValue Value, ITypeSymbol? Type)> PartsOf(AbstractValue value, ITypeSymbol? type, int count, IOperation site)
    {
        var method = type is null or { IsTupleType: true } ? null : type.SelfAndBaseTypes()
            .SelectMany(static current => current.GetMembers("Deconstruct")).OfType<IMethodSymbol>()
            .FirstOrDefault(candidate => candidate.Parameters.Length == count && !candidate.IsStatic && candidate.Parameters.All(static parameter => parameter.RefKind == RefKind.Out));
        if (method is null)
            return Enumerable.Range(1, count).Select(i => (State.ReadSlot(value, $"Item{i}"), type is INamedTypeSymbol { IsTupleType: true } whole ? whole.TupleElements.ElementAtOrDefault(i - 1)?.Type : null)).ToList();
        if (!method.IsImplicitlyDeclared && CallBodies(method, value, s_noArguments, site, type, isVirtual: true) is not null)
            return method.Parameters.Select(parameter => (_outs.TryGetValue(parameter.Ordinal, out var part) ? part : AbstractValue.Clean, (ITypeSymbol?)parameter.Type)).ToList();
        // A record, or a framework type such as KeyValuePair: the parameters are named like the members.
        return method.Parameters.Select(parameter => (State.ReadSlot(value, MemberNamed(type!, parameter.Name)), (ITypeSymbol?)parameter.Type)).ToList();
    }

    private static string MemberNamed(ITypeSymbol type, string name) =>
        type.SelfAndBaseTypes().SelectMany(static current => current.GetMembers()).OfType<IPropertySymbol>()
            .FirstOrDefault(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Name ?? name;

    private void WriteSlot(AbstractValue instance, string name, AbstractValue value) => State = State.WriteSlot(instance, name, value);
}
