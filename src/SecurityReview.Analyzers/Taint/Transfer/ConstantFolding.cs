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

        if (Arithmetic(binary.OperatorKind, first, second) is { } computed)
            return AbstractValue.OfConstant(computed);
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

    /// <summary>The result of an operation on two whole numbers or two truths; null where it is none or does not end well.</summary>
    private static object? Arithmetic(BinaryOperatorKind kind, object? first, object? second) => (first, second) switch
    {
        (int left, int right) => kind switch
        {
            BinaryOperatorKind.Add => unchecked(left + right),
            BinaryOperatorKind.Subtract => unchecked(left - right),
            BinaryOperatorKind.Multiply => unchecked(left * right),
            BinaryOperatorKind.Divide when right is not (0 or -1) => left / right,
            BinaryOperatorKind.Remainder when right is not (0 or -1) => left % right,
            BinaryOperatorKind.And => left & right,
            BinaryOperatorKind.Or => left | right,
            BinaryOperatorKind.ExclusiveOr => left ^ right,
            _ => null,
        },
        (bool left, bool right) => kind switch
        {
            BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd => left && right,
            BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr => left || right,
            BinaryOperatorKind.ExclusiveOr => left ^ right,
            _ => null,
        },
        _ => null,
    };

    /// <summary>What a member of a constant text is: its length, one of its letters.</summary>
    public static AbstractValue? Member(IPropertyReferenceOperation property, AbstractValue instance, IReadOnlyCollection<AbstractValue> arguments)
    {
        if (instance.Constant is not { IsKnown: true, Value: string text })
            return null;
        if (property.Property.Name == "Length")
            return AbstractValue.OfConstant(text.Length);
        return property.Property.IsIndexer && arguments.FirstOrDefault()?.Constant is { IsKnown: true, Value: int index } && index >= 0 && index < text.Length
            ? AbstractValue.OfConstant(text[index])
            : null;
    }

    /// <summary>Whether a value is null, where that is plain.</summary>
    public static AbstractValue IsNull(AbstractValue value)
    {
        if (value.Constant.IsKnown)
            return AbstractValue.OfConstant(value.Constant.Value is null);
        if (value.Constant.IsNotNull)
            return AbstractValue.OfConstant(false);
        return !value.IsTainted && !value.Objects.IsEmpty && value.Objects.All(static target => target is HeapObject.Allocation { Type: not null })
            ? AbstractValue.OfConstant(false)
            : AbstractValue.Clean;
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
