using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.OpenFilter;

/// <summary>A test whether an identity is there.</summary>
/// <param name="Test">The test as written, with its negation.</param>
/// <param name="PresentWhenTrue">Whether it is true for an identity that is there.</param>
internal sealed record PresenceTest(IOperation Test, bool PresentWhenTrue)
{
    /// <summary>The test that a condition is, or that one of its conjuncts is; null where it does not ask for the identity.</summary>
    /// <param name="condition">A condition.</param>
    /// <param name="identity">The identity, bare.</param>
    public static PresenceTest? Of(IOperation condition, IOperation identity)
    {
        var bare = condition.Unwrap();
        if (bare is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } and)
            return OnlyPresent(Of(and.LeftOperand, identity)) ?? OnlyPresent(Of(and.RightOperand, identity));
        return SenseOf(bare, identity) is { } present ? new PresenceTest(bare, present) : null;

        static PresenceTest? OnlyPresent(PresenceTest? test) => test is { PresentWhenTrue: true } ? test : null;
    }

    /// <summary>Whether an operand stands for the identity.</summary>
    public static bool IsSame(IOperation operand, IOperation identity)
    {
        var bare = AmbientIdentity.Bare(operand);
        if (ReferencePath.Of(bare) is { } path)
            return path.Equals(ReferencePath.Of(identity));
        return SyntaxFactory.AreEquivalent(bare.Syntax, identity.Syntax);
    }

    private static bool? SenseOf(IOperation condition, IOperation identity)
    {
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return !SenseOf(not.Operand.Unwrap(), identity);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison
                when (IsNothing(comparison.RightOperand) && IsSame(comparison.LeftOperand, identity)) || (IsNothing(comparison.LeftOperand) && IsSame(comparison.RightOperand, identity)):
                return comparison.OperatorKind == BinaryOperatorKind.NotEquals;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.GreaterThan } positive when IsNothing(positive.RightOperand) && IsSame(positive.LeftOperand, identity):
                return true;
            case IIsPatternOperation pattern when IsSame(pattern.Value, identity):
                return SenseOf(pattern.Pattern);
            case IPropertyReferenceOperation { Property.Name: "HasValue", Instance: { } nullable } when IsSame(nullable, identity):
                return true;
            case IInvocationOperation { TargetMethod: { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace" } } empty when empty.Arguments.Length > 0 && IsSame(empty.Arguments[0].Value, identity):
                return false;
            case IInvocationOperation { TargetMethod: { Name: "TryParse", IsStatic: true } } parse when parse.Arguments.Length > 1 && IsSame(parse.Arguments[0].Value, identity):
                return true;
            case ILocalReferenceOperation { Type.SpecialType: SpecialType.System_Boolean } flag when SingleAssignment.ValueOf(flag.Local, flag) is { } value && value.Unwrap() is not ILocalReferenceOperation:
                return SenseOf(value.Unwrap(), identity);
            default:
                return null;
        }
    }

    private static bool? SenseOf(IPatternOperation pattern) => pattern switch
    {
        INegatedPatternOperation negated => !SenseOf(negated.Pattern),
        IConstantPatternOperation constant => IsNothing(constant.Value) ? false : null,
        IDeclarationPatternOperation or ITypePatternOperation or IRecursivePatternOperation or IRelationalPatternOperation => true,
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => SenseOf(either.LeftPattern) is false && SenseOf(either.RightPattern) is false ? false : null,
        IBinaryPatternOperation both => SenseOf(both.LeftPattern) is true || SenseOf(both.RightPattern) is true ? true : null,
        _ => null,
    };

    /// <summary>Null, zero, the empty text, <c>default</c>, <c>Guid.Empty</c>.</summary>
    private static bool IsNothing(IOperation operation)
    {
        var value = operation.Unwrap();
        if (value.ConstantValue is { HasValue: true, Value: var constant })
            return constant is null or 0 or 0L or "" or -1;
        return value is IDefaultValueOperation or IFieldReferenceOperation { Field: { Name: "Empty", IsStatic: true } };
    }
}
