using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecurityReview.Analyzers.Flow;

/// <summary>What runs after a try whose catch ends normally.</summary>
internal static class AfterTry
{
    /// <summary>The statements up to the end of the function, as far as nothing branches: loops and branches around the try end the list.</summary>
    public static IEnumerable<IOperation> Statements(IOperation @try)
    {
        for (var current = @try; current.Parent is { } parent; current = parent)
        {
            switch (parent)
            {
                case IBlockOperation block:
                    foreach (var statement in block.Operations.SkipWhile(earlier => !ReferenceEquals(earlier, current)).Skip(1))
                    {
                        yield return statement;
                        if (statement is IReturnOperation or IThrowOperation)
                            yield break;
                    }

                    break;
                case IConditionalOperation or IUsingOperation or ILockOperation or ITryOperation or ICatchClauseOperation:
                    break;
                default:
                    yield break;
            }
        }
    }

    /// <summary>The value that is returned after the try when nothing but plain statements lies between; null where that is not certain.</summary>
    public static IOperation? ReturnedValue(IOperation @try)
    {
        foreach (var statement in Statements(@try))
        {
            switch (statement)
            {
                case IReturnOperation { ReturnedValue: { } value }:
                    return value;
                case IExpressionStatementOperation or IVariableDeclarationGroupOperation or IEmptyOperation or ILocalFunctionOperation:
                    continue;
                default:
                    return null;
            }
        }

        return null;
    }
}
