using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>Operators, and what a value is as a part of a text.</content>
internal sealed partial class TransferFunction
{
    private AbstractValue EvaluateUnary(IUnaryOperation unary)
    {
        var operand = Evaluate(unary.Operand);
        if (unary.OperatorKind == UnaryOperatorKind.Hat)
            return operand.Constant is { IsKnown: true, Value: int distance } ? AbstractValue.OfConstant(new FromEnd(distance)) : AbstractValue.Clean;
        return (unary.OperatorMethod is { } method ? CallOperator(method, unary, operand) : null) ?? ConstantFolding.Not(unary, operand);
    }

    /// <summary>An addition of texts may be thousands of parts deep on the left: a loop, not a recursion.</summary>
    private AbstractValue EvaluateBinary(IBinaryOperation binary)
    {
        var rights = new Stack<IBinaryOperation>();
        IOperation left = binary;
        while (left is IBinaryOperation { ConstantValue.HasValue: false } next)
        {
            rights.Push(next);
            left = next.LeftOperand;
        }

        var value = Spelled(left);
        while (rights.Count > 0)
        {
            var current = rights.Pop();
            var right = Spelled(current.RightOperand);
            value = ConstantFolding.Binary(current, value, right)
                ?? (current.OperatorMethod is { } method ? CallOperator(method, current, value, right) : null)
                ?? (current.Type?.TypeKind == TypeKind.Delegate ? value.Join(right) : null)
                ?? (current.OperatorKind == BinaryOperatorKind.Add ? value.Join(right).TaintsOnly() : AbstractValue.Clean);
        }

        return value;
    }

    /// <summary>The value of a part of a text: a builder is spelled by what is in it.</summary>
    private AbstractValue Spelled(IOperation part)
    {
        var value = Evaluate(part);
        if (ToStringOf(part.Unwrap().Type) is { } spelling && CallBodies(spelling, value, s_noArguments, part, part.Unwrap().Type, isVirtual: true) is { } spelled)
            return spelled;
        if (IsSpelled(part.Unwrap().Type))
            return State.ContentOf(value);
        return part.Unwrap().Type is { Name: "StringBuilder" } ? value.Join(State.ReadElement(value, HeapSlot.AnyElement)) : value;
    }

    /// <summary>The code that spells values of a type of this compilation; null where there is none.</summary>
    private static IMethodSymbol? ToStringOf(ITypeSymbol? type) =>
        type is not { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } || type.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty ? null : type.SelfAndBaseTypes()
            .SelectMany(static current => current.GetMembers("ToString")).OfType<IMethodSymbol>()
            .FirstOrDefault(static method => method is { Parameters.IsEmpty: true, IsImplicitlyDeclared: false, IsOverride: true } && FunctionBodies.HasCode(method.OriginalDefinition));
}
