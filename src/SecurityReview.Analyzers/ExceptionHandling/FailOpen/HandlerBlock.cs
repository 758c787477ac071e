using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;

namespace SecurityReview.Analyzers.ExceptionHandling.FailOpen;

/// <summary>The block of a catch clause, by what it does in any case and whether it ends normally.</summary>
internal sealed class HandlerBlock(IBlockOperation block)
{
    /// <summary>All operations, without those of functions nested in it.</summary>
    public IReadOnlyList<IOperation> Operations { get; } = FunctionBody.Operations(block).ToList();

    /// <summary>Whether the code after the try runs next, in any case.</summary>
    public bool EndsNormally => !Operations.Any(static operation => operation is IReturnOperation or IThrowOperation or IBranchOperation);

    public bool Throws => Operations.Any(static operation => operation is IThrowOperation);

    /// <summary>Whether an operation of the block runs under no condition of the block's own: what looks into the exception knows what it does.</summary>
    public bool IsUnconditional(IOperation operation)
    {
        for (var current = operation.Parent; current is not null && !ReferenceEquals(current, block); current = current.Parent)
        {
            if (current is IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation or ILoopOperation or ITryOperation or ICoalesceOperation or IBinaryOperation)
                return false;
        }

        return true;
    }
}
