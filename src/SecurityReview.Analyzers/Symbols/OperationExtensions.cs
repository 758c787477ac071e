using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecurityReview.Analyzers.Symbols;

/// <summary>Questions about operations that several rules ask.</summary>
internal static class OperationExtensions
{
    /// <summary>The operand below conversions and parentheses.</summary>
    public static IOperation Unwrap(this IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>The outermost operation around one: the whole body, with all functions nested in it.</summary>
    public static IOperation Root(this IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }

    /// <summary>The argument for the parameter with a name, wherever it stands in the call; null if the call has none.</summary>
    public static IArgumentOperation? ArgumentFor(this IInvocationOperation invocation, string parameterName) =>
        invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameterName);

    /// <summary>
    /// The receiver of a call: the instance, or for an extension method the argument of its <c>this</c> parameter.
    /// </summary>
    public static IOperation? Receiver(this IInvocationOperation invocation)
    {
        if (invocation.Instance is not null)
            return invocation.Instance;
        if (!invocation.TargetMethod.IsExtensionMethod)
            return null;
        return invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;
    }

    /// <summary>For the <c>.b</c> of <c>a?.b</c>, the <c>a</c>; null outside of such code.</summary>
    public static IOperation? ConditionalReceiver(this IConditionalAccessInstanceOperation instance)
    {
        for (IOperation current = instance; current.Parent is { } parent; current = parent)
        {
            if (parent is IConditionalAccessOperation access && ReferenceEquals(access.WhenNotNull, current))
                return access.Operation;
        }

        return null;
    }
}
