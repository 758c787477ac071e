using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.TakenOwner;

/// <summary>What a block of the graph branches on, in terms of the code as written.</summary>
/// <param name="Test">The test below negations, comparisons with <c>true</c>, and locals that hold its outcome.</param>
/// <param name="TrueWhen">The block's branch value is true when the test is this.</param>
/// <param name="Parts">What a pattern or case tests, where the test itself is one.</param>
internal sealed record BranchTest(IOperation Test, bool TrueWhen, IReadOnlyList<IOperation> Parts)
{
    private const int MaximumSteps = 16;

    /// <param name="block">A block of the graph.</param>
    /// <param name="written">The operations of the function by syntax: the graph holds copies in which parts are captured.</param>
    public static BranchTest? Of(BasicBlock block, IReadOnlyDictionary<SyntaxNode, IOperation> written)
    {
        if (!block.IsConditional())
            return null;
        var trueWhen = true;
        var current = Written(block.BranchValue!.Unwrap(), written);
        for (var step = 0; step < MaximumSteps; step++)
        {
            var (inner, negated) = Inner(current);
            if (inner is null)
                break;
            trueWhen ^= negated;
            current = Written(inner.Unwrap(), written);
        }

        var parts = current.DescendantsAndSelf().OfType<IFlowCaptureReferenceOperation>()
            .Select(capture => written.TryGetValue(capture.Syntax, out var captured) ? captured : capture).ToList();
        return new BranchTest(current, trueWhen, parts);
    }

    /// <summary>The test that another one only repeats or negates.</summary>
    public static (IOperation? Inner, bool Negated) Inner(IOperation test)
    {
        switch (test)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return (not.Operand, true);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary:
                var negates = binary.OperatorKind == BinaryOperatorKind.NotEquals;
                if (Constant(binary.RightOperand) is { } right)
                    return (binary.LeftOperand, negates == right);
                return Constant(binary.LeftOperand) is { } left ? (binary.RightOperand, negates == left) : (null, false);
            case IIsPatternOperation { Pattern: IConstantPatternOperation { Value: { } value } } pattern when Constant(value) is { } constant:
                return (pattern.Value, !constant);
            case IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value: { } value } } } pattern when Constant(value) is { } constant:
                return (pattern.Value, constant);
            case ILocalReferenceOperation { Type.SpecialType: SpecialType.System_Boolean } local:
                return (SingleAssignment.ValueOf(local.Local, local), false);
            default:
                return (null, false);
        }
    }

    private static bool? Constant(IOperation operation) => operation.Unwrap().ConstantValue is { HasValue: true, Value: bool value } ? value : null;

    private static IOperation Written(IOperation operation, IReadOnlyDictionary<SyntaxNode, IOperation> written)
    {
        if (operation is IBinaryOperation or IIsPatternOperation && operation.DescendantsAndSelf().Any(part => part is IFlowCaptureReferenceOperation) && !IsWhole(operation, written))
            return operation;
        return written.TryGetValue(operation.Syntax, out var original) ? original.Unwrap() : operation;
    }

    /// <summary>Whether the code as written has the same kind of operation there; a case label's comparison exists in the graph only.</summary>
    private static bool IsWhole(IOperation operation, IReadOnlyDictionary<SyntaxNode, IOperation> written) =>
        written.TryGetValue(operation.Syntax, out var original) && original.Unwrap().Kind == operation.Kind;
}
