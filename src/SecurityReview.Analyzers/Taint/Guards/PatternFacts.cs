using Microsoft.CodeAnalysis.Operations;

namespace SecurityReview.Analyzers.Taint.Guards;

/// <summary>Which patterns leave a value no choice but constants.</summary>
internal static class PatternFacts
{
    /// <summary><c>"asc" or "desc"</c>: where the pattern holds, the value is one of constants.</summary>
    public static bool HoldsOnlyConstants(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => constant.Value.ConstantValue is { HasValue: true },
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or => HoldsOnlyConstants(or.LeftPattern) && HoldsOnlyConstants(or.RightPattern),
        IBinaryPatternOperation and => HoldsOnlyConstants(and.LeftPattern) || HoldsOnlyConstants(and.RightPattern),
        INegatedPatternOperation negated => FailsOnlyConstants(negated.Pattern),
        _ => false,
    };

    /// <summary><c>not "asc"</c>: where the pattern fails, the value is one of constants.</summary>
    public static bool FailsOnlyConstants(IPatternOperation pattern) => pattern switch
    {
        INegatedPatternOperation negated => HoldsOnlyConstants(negated.Pattern),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } and => FailsOnlyConstants(and.LeftPattern) && FailsOnlyConstants(and.RightPattern),
        IBinaryPatternOperation or => FailsOnlyConstants(or.LeftPattern) || FailsOnlyConstants(or.RightPattern),
        _ => false,
    };
}
