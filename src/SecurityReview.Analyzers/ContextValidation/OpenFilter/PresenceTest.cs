using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.OpenFilter;

/// <summary>A test whether a value is there.</summary>
/// <param name="Test">The test as written, with its negation.</param>
/// <param name="Operand">The value that is tested.</param>
/// <param name="PresentWhenTrue">Whether it is true for a value that is there.</param>
internal sealed record PresenceTest(IOperation Test, IOperation Operand, bool PresentWhenTrue)
{
    /// <summary>The test that a condition is, or that one of its conjuncts is; null where it asks for something else.</summary>
    public static PresenceTest? Of(IOperation condition)
    {
        var bare = condition.Unwrap();
        if (bare is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } and)
            return OnlyPresent(Of(and.LeftOperand)) ?? OnlyPresent(Of(and.RightOperand));
        return Read(bare) is var (operand, present) ? new PresenceTest(bare, operand, present) : null;

        static PresenceTest? OnlyPresent(PresenceTest? test) => test is { PresentWhenTrue: true } ? test : null;
    }

    /// <summary>Whether the test is about an identity, given bare.</summary>
    public bool IsAbout(IOperation identity) => IsSame(Operand, identity);

    /// <summary>Whether an operand stands for an identity, given bare.</summary>
    public static bool IsSame(IOperation operand, IOperation identity)
    {
        var bare = AmbientIdentity.Bare(operand);
        if (ReferencePath.Of(bare) is { } path)
            return path.Equals(ReferencePath.Of(identity));
        return SyntaxFactory.AreEquivalent(bare.Syntax, identity.Syntax);
    }

    private static (IOperation Operand, bool Present)? Read(IOperation condition)
    {
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Read(not.Operand.Unwrap()) is var (negated, present) ? (negated, !present) : null;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison when IsNothing(comparison.RightOperand) || IsNothing(comparison.LeftOperand):
                return (IsNothing(comparison.RightOperand) ? comparison.LeftOperand : comparison.RightOperand, comparison.OperatorKind == BinaryOperatorKind.NotEquals);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.GreaterThan } positive when IsNothing(positive.RightOperand):
                return (positive.LeftOperand, true);
            case IIsPatternOperation pattern when SenseOf(pattern.Pattern) is { } sense:
                return (pattern.Value, sense);
            case IPropertyReferenceOperation { Property.Name: "HasValue", Instance: { } nullable }:
                return (nullable, true);
            case IInvocationOperation { TargetMethod: { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace" }, Arguments.Length: > 0 } empty:
                return (empty.Arguments[0].Value, false);
            case IInvocationOperation { TargetMethod: { Name: "TryParse", IsStatic: true }, Arguments.Length: > 1 } parse:
                return (parse.Arguments[0].Value, true);
            case ILocalReferenceOperation { Type.SpecialType: SpecialType.System_Boolean } flag when SingleAssignment.ValueOf(flag.Local, flag) is { } value && value.Unwrap() is not ILocalReferenceOperation:
                return Read(value.Unwrap());
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
