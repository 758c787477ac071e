using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <summary>Truths that follow from constants: what makes a branch dead.</summary>
internal static class ConstantFolding
{
    /// <summary>The value of a comparison of constants; null where it is none.</summary>
    public static AbstractValue? Binary(IBinaryOperation binary, AbstractValue left, AbstractValue right)
    {
        if (!left.Constant.IsKnown || !right.Constant.IsKnown)
            return null;
        var (first, second) = (left.Constant.Value, right.Constant.Value);
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.Equals:
                return AbstractValue.OfConstant(Equals(first, second));
            case BinaryOperatorKind.NotEquals:
                return AbstractValue.OfConstant(!Equals(first, second));
            case BinaryOperatorKind.Add when first is string or null && second is string or null:
                return AbstractValue.OfConstant(string.Concat(first, second));
        }

        if (first is not IComparable comparable || second is null || first.GetType() != second.GetType() || first is string)
            return null;
        var order = comparable.CompareTo(second);
        return binary.OperatorKind switch
        {
            BinaryOperatorKind.LessThan => AbstractValue.OfConstant(order < 0),
            BinaryOperatorKind.LessThanOrEqual => AbstractValue.OfConstant(order <= 0),
            BinaryOperatorKind.GreaterThan => AbstractValue.OfConstant(order > 0),
            BinaryOperatorKind.GreaterThanOrEqual => AbstractValue.OfConstant(order >= 0),
            _ => null,
        };
    }

    public static AbstractValue Not(IUnaryOperation unary, AbstractValue operand) =>
        unary.OperatorKind == UnaryOperatorKind.Not && operand.Constant is { IsKnown: true, Value: bool truth }
            ? AbstractValue.OfConstant(!truth)
            : AbstractValue.Clean;

    /// <summary>The value of a test of a constant against a constant pattern.</summary>
    public static AbstractValue Pattern(IPatternOperation pattern, AbstractValue value) =>
        value.Constant.IsKnown && pattern is IConstantPatternOperation { Value.ConstantValue: { HasValue: true } constant }
            ? AbstractValue.OfConstant(Equals(value.Constant.Value, constant.Value))
            : AbstractValue.Clean;
}
