using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ExceptionHandling.Guards;

/// <summary>What a condition is in production, as far as development tests, constants and switches tell.</summary>
internal sealed class ProductionValue(ProductionAssumption assumption)
{
    /// <summary>How many locals and operators are looked through: half-typed locals may be made of themselves.</summary>
    private const int MaximumDepth = 12;

    /// <summary>True or false; null where it depends on something else.</summary>
    public bool? Of(IOperation condition) => Of(condition, MaximumDepth);

    private bool? Of(IOperation condition, int depth)
    {
        if (depth == 0)
            return null;
        var value = condition.Unwrap();
        if (value.ConstantValue is { HasValue: true, Value: bool constant })
            return constant;
        // What a local was given says more than what it is called.
        if (value is ILocalReferenceOperation local && SingleAssignment.ValueOf(local.Local, local) is { } written && Of(written, depth - 1) is { } given)
            return given;
        if (assumption.OutcomeOf(value) is { } known)
            return known;
        switch (value)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return !Of(not.Operand, depth - 1);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } and:
                return Both(Of(and.LeftOperand, depth - 1), Of(and.RightOperand, depth - 1), decisive: false);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } or:
                return Both(Of(or.LeftOperand, depth - 1), Of(or.RightOperand, depth - 1), decisive: true);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, RightOperand.ConstantValue: { HasValue: true, Value: bool right } } equal:
                return Of(equal.LeftOperand, depth - 1) is { } left ? left == right : null;
            case IIsPatternOperation pattern:
                return Of(pattern.Value, pattern.Pattern, depth);
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                return Of(choice.Condition, depth - 1) switch
                {
                    true => Of(choice.WhenTrue, depth - 1),
                    false => Of(otherwise, depth - 1),
                    _ => Of(choice.WhenTrue, depth - 1) is { } both && Of(otherwise, depth - 1) == both ? both : null,
                };
            case ICoalesceOperation coalesce:
                return Of(coalesce.Value, depth - 1);
            default:
                return null;
        }
    }

    /// <summary>Whether a value has a pattern: that of an arm, or of <c>is</c>; null where it depends on something else.</summary>
    public bool? Of(IOperation value, IPatternOperation pattern) => Of(value, pattern, MaximumDepth);

    private bool? Of(IOperation value, IPatternOperation pattern, int depth)
    {
        if (pattern is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool expected } })
            return Of(value, depth - 1) is { } known ? known == expected : null;
        return value.Unwrap() is IPropertyReferenceOperation { Property.Name: "EnvironmentName" } ? OfEnvironment(pattern) : null;
    }

    /// <summary><c>EnvironmentName is "Development" or "Staging"</c>.</summary>
    private static bool? OfEnvironment(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: string name } } => name.Equals("Production", StringComparison.OrdinalIgnoreCase),
        INegatedPatternOperation not => !OfEnvironment(not.Pattern),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => Both(OfEnvironment(either.LeftPattern), OfEnvironment(either.RightPattern), decisive: true),
        _ => null,
    };

    private static bool? Both(bool? left, bool? right, bool decisive) =>
        left == decisive || right == decisive ? decisive : left is not null && right is not null ? !decisive : null;
}
