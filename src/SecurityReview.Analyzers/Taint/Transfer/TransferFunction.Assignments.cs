using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>Writes: variables, members, elements, tuples taken apart.</content>
internal sealed partial class TransferFunction
{
    /// <summary>Stores a value and returns it.</summary>
    /// <param name="step">What the user sees as a step of the way.</param>
    private AbstractValue Assign(IOperation target, AbstractValue value, SyntaxNode step)
    {
        var stored = value.Through(step);
        switch (target)
        {
            case ILocalReferenceOperation local:
                State = State.With(local.Local, stored);
                break;
            case IParameterReferenceOperation parameter:
                State = State.With(parameter.Parameter, stored);
                break;
            case IFieldReferenceOperation { Field.IsStatic: true } field:
                State = State.With(field.Field, stored);
                break;
            case IFieldReferenceOperation field:
                WriteSlot(Evaluate(field.Instance), SlotName(field.Field), stored);
                break;
            case IPropertyReferenceOperation { Property.IsStatic: true } property:
                State = State.With(property.Property, stored);
                break;
            case IPropertyReferenceOperation { Arguments.Length: > 0 } indexer:
                WriteSlot(Evaluate(indexer.Instance), ElementSlot(indexer.Arguments.Select(argument => argument.Value)), stored);
                break;
            case IPropertyReferenceOperation property:
                WriteSlot(Evaluate(property.Instance), property.Property.Name, stored);
                break;
            case IArrayElementReferenceOperation element:
                WriteSlot(Evaluate(element.ArrayReference), ElementSlot(element.Indices), stored);
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
                Deconstruct(tuple, value, step);
                break;
        }

        return value;
    }

    private AbstractValue AssignCompound(ICompoundAssignmentOperation compound)
    {
        var before = Evaluate(compound.Target);
        var added = Evaluate(compound.Value);
        return Assign(compound.Target, before.Join(added).TaintsOnly(), compound.Syntax);
    }

    private AbstractValue Deconstruct(IOperation target, AbstractValue value, SyntaxNode step)
    {
        if (target is IDeclarationExpressionOperation declaration)
            return Deconstruct(declaration.Expression, value, step);
        if (target is not ITupleOperation tuple)
            return Assign(target, value, step);
        for (var i = 0; i < tuple.Elements.Length; i++)
            Deconstruct(tuple.Elements[i], ReadSlot(value, $"Item{i + 1}"), step);
        return value;
    }

    /// <summary>A known object's known slot is overwritten; where either may be another, the value is added.</summary>
    private void WriteSlot(AbstractValue instance, string name, AbstractValue value)
    {
        var isStrong = instance.Objects.Length == 1 && name != HeapSlot.AnyElement;
        foreach (var target in instance.Objects)
        {
            var slot = new HeapSlot(target, name);
            State = State.With(slot, isStrong ? value : (State[slot] ?? slot.Initial ?? AbstractValue.Bottom).Join(value));
        }
    }
}
