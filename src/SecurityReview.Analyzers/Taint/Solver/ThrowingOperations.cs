using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecurityReview.Analyzers.Taint.Solver;

/// <summary>
/// Which operations may throw, so that a handler sees the state around them. What only moves values between variables does not: what it
/// leaves is seen by a handler only if something after it throws.
/// </summary>
internal static class ThrowingOperations
{
    public static bool MayThrow(IOperation operation) => operation.ConstantValue.HasValue ? false : operation switch
    {
        IExpressionStatementOperation or IParenthesizedOperation or IFlowCaptureOperation or IIsNullOperation => MayAnyThrow(operation),
        ISimpleAssignmentOperation { IsRef: false } assignment => !IsVariable(assignment.Target) || MayThrow(assignment.Value),
        ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation or IFlowCaptureReferenceOperation => false,
        IDefaultValueOperation or ITypeOfOperation or IDiscardOperation => false,
        IBinaryOperation binary => !IsHarmless(binary) || MayAnyThrow(binary),
        IUnaryOperation { OperatorMethod: null, IsChecked: false } unary => MayAnyThrow(unary),
        IConversionOperation { OperatorMethod: null, IsImplicit: true, IsChecked: false } conversion => MayAnyThrow(conversion),
        _ => true,
    };

    private static bool MayAnyThrow(IOperation operation) => operation.ChildOperations.Any(MayThrow);

    private static bool IsVariable(IOperation target) => target is ILocalReferenceOperation or IParameterReferenceOperation or IFlowCaptureReferenceOperation;

    /// <summary>Operators of the language on texts, truths and numbers; an object that is added to a text is asked for its own.</summary>
    private static bool IsHarmless(IBinaryOperation binary) =>
        !binary.IsChecked && binary.OperatorKind is not (BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder) &&
        IsBasic(binary.LeftOperand) && IsBasic(binary.RightOperand);

    private static bool IsBasic(IOperation operand) =>
        operand.Type is null or { SpecialType: SpecialType.System_String or (>= SpecialType.System_Boolean and <= SpecialType.System_Double) } &&
        operand.Type?.SpecialType != SpecialType.System_Decimal;
}
