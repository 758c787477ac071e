using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <summary>Truths that follow from constants: what makes a branch dead.</summary>
internal static class ConstantFolding
{
    /// <summary>The value of a comparison or sum of constants; null where it is none.</summary>
    public static AbstractValue? Binary(IBinaryOperation binary, AbstractValue left, AbstractValue right)
    {
        if (!left.Constant.HasValues || !right.Constant.HasValues)
            return null;
        var result = ConstantLattice.Undefined;
        foreach (var first in left.Constant.Values)
        {
            foreach (var second in right.Constant.Values)
            {
                if (Binary(binary.OperatorKind, first, second) is not { } one)
                    return null;
                result = result.Join(one);
            }
        }

        return AbstractValue.OfConstants(result);
    }

    private static ConstantLattice? Binary(BinaryOperatorKind kind, object? first, object? second)
    {
        switch (kind)
        {
            case BinaryOperatorKind.Equals:
                return ConstantLattice.Of(Equals(first, second));
            case BinaryOperatorKind.NotEquals:
                return ConstantLattice.Of(!Equals(first, second));
            case BinaryOperatorKind.Add when first is string or null && second is string or null:
                return ConstantLattice.Of(string.Concat(first, second));
        }

        return (Arithmetic(kind, first, second) ?? Compared(kind, first, second)) is { } computed ? ConstantLattice.Of(computed) : null;
    }

    private static object? Compared(BinaryOperatorKind kind, object? first, object? second)
    {
        if (first is not IComparable comparable || second is null || first.GetType() != second.GetType() || first is string)
            return null;
        var order = comparable.CompareTo(second);
        return kind switch
        {
            BinaryOperatorKind.LessThan => order < 0,
            BinaryOperatorKind.LessThanOrEqual => order <= 0,
            BinaryOperatorKind.GreaterThan => order > 0,
            BinaryOperatorKind.GreaterThanOrEqual => order >= 0,
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

    /// <summary>The value of a test of constants against a pattern of constants.</summary>
    public static AbstractValue Pattern(IPatternOperation pattern, AbstractValue value)
    {
        var outcomes = value.Constant.Values.Select(constant => Matches(pattern, constant)).Distinct().ToList();
        return outcomes.Count == 1 && outcomes[0] is { } outcome ? AbstractValue.OfConstant(outcome) : AbstractValue.Clean;
    }

    private static bool? Matches(IPatternOperation pattern, object? value)
    {
        switch (pattern)
        {
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true } constant }:
                return Equals(value, constant.Value);
            case IRelationalPatternOperation { Value.ConstantValue: { HasValue: true } bound } relational:
                return Compared(relational.OperatorKind, value, bound.Value) as bool?;
            case INegatedPatternOperation negated:
                return !Matches(negated.Pattern, value);
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or:
                return Matches(or.LeftPattern, value) | Matches(or.RightPattern, value);
            case IBinaryPatternOperation and:
                return Matches(and.LeftPattern, value) & Matches(and.RightPattern, value);
            default:
                return null;
        }
    }
}
