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
    /// The argument for the parameter at an ordinal, wherever it stands in the call; null if the call has none. For what implements the called member, which may name
    /// its parameters otherwise.
    /// </summary>
    public static IArgumentOperation? ArgumentFor(this IInvocationOperation invocation, int ordinal) =>
        invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal);

    /// <summary>
    /// The receiver of a call: the instance, or for an extension method the argument of its <c>this</c> parameter.
    /// </summary>
    public static IOperation? Receiver(this IInvocationOperation invocation)
    {
        if (invocation.Instance is not null)
            return invocation.Instance;
        if (!invocation.TargetMethod.IsExtensionMethod)
            return null;
        return invocation.ArgumentFor(0)?.Value;
    }

    /// <summary>Whether a reference to a local or parameter writes it, or hands it over to be written.</summary>
    public static bool IsWritten(this IOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => ReferenceEquals(assignment.Target, reference),
        IIncrementOrDecrementOperation => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        ITupleOperation tuple => tuple.Parent is IDeconstructionAssignmentOperation deconstruction && ReferenceEquals(deconstruction.Target, tuple),
        IDeclarationExpressionOperation => true,
        IAddressOfOperation => true,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => true,
        _ => false,
    };

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
