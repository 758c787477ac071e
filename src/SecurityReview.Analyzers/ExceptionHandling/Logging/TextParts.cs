using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ExceptionHandling.Logging;

/// <summary>The values that a text is put together of: holes, operands, arguments of a format; also where a local holds the text.</summary>
internal static class TextParts
{
    private const int MaximumDepth = 20;

    public static IEnumerable<IOperation> Of(IOperation text) => Of(text, MaximumDepth);

    private static IEnumerable<IOperation> Of(IOperation text, int depth)
    {
        var bare = text.Unwrap();
        var parts = depth == 0 ? null : bare switch
        {
            IInterpolatedStringOperation interpolated => interpolated.Parts.OfType<IInterpolationOperation>().Select(static hole => hole.Expression),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum => [sum.LeftOperand, sum.RightOperand],
            IInvocationOperation { TargetMethod: { Name: "Format" or "Concat", ContainingType.SpecialType: SpecialType.System_String } } call => call.Arguments.SelectMany(ArgumentElements.Of),
            ILocalReferenceOperation local when SingleAssignment.ValueOf(local.Local, local)?.Unwrap() is { } given && IsPutTogether(given) => [given],
            _ => null,
        };
        return parts is null ? [bare] : parts.SelectMany(part => Of(part, depth - 1));
    }

    private static bool IsPutTogether(IOperation value) => value is IInterpolatedStringOperation or IBinaryOperation or IInvocationOperation { TargetMethod.Name: "Format" or "Concat" };
}
