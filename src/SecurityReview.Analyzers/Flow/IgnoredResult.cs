using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Flow;

/// <summary>Whether anybody reads what a call tells. An explicit discard is a decision, and so counts as read unless the rule says otherwise.</summary>
internal static class IgnoredResult
{
    /// <summary>Calls on a task or its awaiter that only hand its result on.</summary>
    private static readonly HashSet<string> s_passedOn = new(StringComparer.Ordinal) { "ConfigureAwait", "GetAwaiter", "GetResult", "AsTask", "Wait" };

    /// <param name="call">The call.</param>
    /// <param name="member">The member that contains it.</param>
    /// <param name="isNothing">Whether a further use of a value (the using operation, the value in it) is none for the rule.</param>
    public static bool Is(IOperation call, ISymbol member, Func<IOperation, IOperation, bool>? isNothing = null) => Is(call, member, isNothing, followLocals: true);

    private static bool Is(IOperation value, ISymbol member, Func<IOperation, IOperation, bool>? isNothing, bool followLocals)
    {
        var child = value;
        for (var current = value.Parent; current is not null; child = current, current = current.Parent)
        {
            switch (current)
            {
                case IConversionOperation or IParenthesizedOperation or IAwaitOperation:
                case IConditionalAccessOperation access when ReferenceEquals(access.WhenNotNull, child):
                case IInvocationOperation call when ReferenceEquals(call.Instance, child) && IsPassedOn(call):
                    break;
                case IExpressionStatementOperation:
                    return true;
                case IReturnOperation when FunctionBody.SymbolOf(current, member) is { ReturnType: var type }:
                    return IsPlainTask(type);
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target, Parent: IExpressionStatementOperation } when followLocals:
                    return IsNeverRead(target.Local, current, member, isNothing);
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } when followLocals:
                    return IsNeverRead(declarator.Symbol, current, member, isNothing);
                default:
                    return isNothing?.Invoke(current, child) ?? false;
            }
        }

        return false;
    }

    private static bool IsPassedOn(IInvocationOperation call) =>
        s_passedOn.Contains(call.TargetMethod.Name) && call.TargetMethod.ContainingNamespace?.ToDisplayString().StartsWith("System.", StringComparison.Ordinal) == true;

    /// <summary>A <c>Task</c> that carries no result: the caller waits for the delete and learns nothing of it.</summary>
    private static bool IsPlainTask(ITypeSymbol type) =>
        type is INamedTypeSymbol { Arity: 0, Name: "Task" or "ValueTask" } && type.ContainingNamespace.IsNamed("System", "Threading", "Tasks");

    /// <summary>
    /// Whether a local only ever receives values. Awaiting a task that is kept in a local without looking at the result reads nothing
    /// either.
    /// </summary>
    private static bool IsNeverRead(ILocalSymbol local, IOperation inside, ISymbol member, Func<IOperation, IOperation, bool>? isNothing)
    {
        if (isNothing is null && local.Name.All(character => character == '_'))
            return false;
        foreach (var operation in inside.Root().DescendantsAndSelf())
        {
            if (operation is not ILocalReferenceOperation reference || !SymbolEqualityComparer.Default.Equals(reference.Local, local))
                continue;
            var isTarget = reference.Parent is ISimpleAssignmentOperation { Parent: IExpressionStatementOperation } assignment && ReferenceEquals(assignment.Target, reference);
            if (!isTarget && !Is(reference, member, isNothing, followLocals: false))
                return false;
        }

        return true;
    }
}
