using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace.CheckThenAct;

/// <summary>Reads conditions that test the answer of a check, however they are turned: <c>!exists</c>, <c>count > 0</c>, <c>exists == false</c>.</summary>
internal static class CheckQuestion
{
    /// <summary>The value of a condition when the thing is there; null where it tests anything else.</summary>
    public static bool? Of(IOperation condition, IOperation check, FlowCaptures captures)
    {
        var sense = true;
        for (var current = ValueForm.Peel(condition); ;)
        {
            current = ValueForm.Peel(captures.Resolve(current));
            if (current.Syntax == check.Syntax)
                return sense;
            switch (current)
            {
                case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                    sense = !sense;
                    current = ValueForm.Peel(not.Operand);
                    break;
                case IPropertyReferenceOperation { Property.Name: "Value", Instance: { } instance }:
                    current = ValueForm.Peel(instance);
                    break;
                case ILocalReferenceOperation local when SingleAssignment.ValueOf(local.Local, check) is { } assigned:
                    current = ValueForm.Peel(assigned);
                    break;
                case IBinaryOperation comparison when Compared(comparison) is var (operand, isSome):
                    sense = sense == isSome;
                    current = ValueForm.Peel(operand);
                    break;
                case IIsPatternOperation { Pattern: var pattern, Value: var value } when IsSome(pattern) is { } some:
                    sense = sense == some;
                    current = ValueForm.Peel(value);
                    break;
                default:
                    return null;
            }
        }
    }

    /// <summary>The side that is no constant, and whether the comparison holds where something is there.</summary>
    private static (IOperation Operand, bool IsSome)? Compared(IBinaryOperation comparison)
    {
        if (comparison.RightOperand.Unwrap().ConstantValue is { HasValue: true } right)
            return IsSome(comparison.OperatorKind, right.Value) is { } some ? (comparison.LeftOperand, some) : null;
        return comparison.LeftOperand.Unwrap().ConstantValue is { HasValue: true } left && IsSome(Mirrored(comparison.OperatorKind), left.Value) is { } mirrored
            ? (comparison.RightOperand, mirrored)
            : null;
    }

    private static bool? IsSome(BinaryOperatorKind kind, object? constant)
    {
        var isNone = constant is 0 or 0L or false or null;
        var isOne = constant is 1 or 1L or true;
        return kind switch
        {
            BinaryOperatorKind.Equals => isNone ? false : isOne ? true : null,
            BinaryOperatorKind.NotEquals => isNone ? true : isOne ? false : null,
            BinaryOperatorKind.GreaterThan => isNone ? true : null,
            BinaryOperatorKind.GreaterThanOrEqual => isOne ? true : null,
            BinaryOperatorKind.LessThan => isOne ? false : null,
            BinaryOperatorKind.LessThanOrEqual => isNone ? false : null,
            _ => null,
        };
    }

    private static bool? IsSome(IPatternOperation pattern) => pattern switch
    {
        INegatedPatternOperation negated => !IsSome(negated.Pattern),
        IConstantPatternOperation constant when constant.Value.Unwrap().ConstantValue is { HasValue: true } value => IsSome(BinaryOperatorKind.Equals, value.Value),
        IRelationalPatternOperation relation when relation.Value.Unwrap().ConstantValue is { HasValue: true } value => IsSome(relation.OperatorKind, value.Value),
        _ => null,
    };

    private static BinaryOperatorKind Mirrored(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        _ => kind,
    };
}
