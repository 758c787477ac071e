using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ExceptionHandling.Logging;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.UncheckedResult;

/// <summary>Whether nothing depends on what a check says: it is dropped, discarded, only logged, or asked for something else than its answer.</summary>
internal static class UntestedResult
{
    /// <param name="call">The check.</param>
    /// <param name="member">The member that contains it.</param>
    public static bool Is(IInvocationOperation call, ISymbol member) => !IsData(call) && IgnoredResult.Is(call, member, (use, value) => IsNothing(use, value, member));

    /// <summary>Whether a use of the result (or of what holds it) leaves the answer untested.</summary>
    private static bool IsNothing(IOperation use, IOperation value, ISymbol member)
    {
        switch (use)
        {
            case ISimpleAssignmentOperation { Target: IDiscardOperation, Parent: IExpressionStatementOperation }:
                return true;
            case IPropertyReferenceOperation property when ReferenceEquals(property.Instance, value):
                return IsBesideTheAnswer(property, value) || IgnoredResult.Is(property, member, (next, read) => IsNothing(next, read, member));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                return IsAlwaysThere(value.Unwrap().Type) && (IsNull(comparison.LeftOperand) || IsNull(comparison.RightOperand));
            case IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var constant } }:
                return IsAlwaysThere(value.Unwrap().Type) && IsNull(constant);
            case IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value: var constant } } }:
                return IsAlwaysThere(value.Unwrap().Type) && IsNull(constant);
            default:
                return CallAround(use) is { } call && (LogCalls.Contain(call) || (IsWhenAll(call) && IgnoredResult.Is(call, member, (next, read) => IsNothing(next, read, member))));
        }
    }

    /// <summary>Whether a task is done says nothing of what it found.</summary>
    private static bool IsBesideTheAnswer(IPropertyReferenceOperation property, IOperation value) =>
        property.Property.Name.StartsWith("IsCompleted", StringComparison.Ordinal) && value.Type is { Name: "Task" or "ValueTask" };

    /// <summary>Types whose values are never null, so that a comparison with null tests nothing.</summary>
    private static bool IsAlwaysThere(ITypeSymbol? type) =>
        type is { Name: "Task" or "ValueTask" or "AuthorizationResult" or "SignInResult" or "IdentityResult" or "TokenValidationResult" or "PasswordVerificationResult" };

    private static bool IsNull(IOperation operation) => operation.Unwrap().ConstantValue is { HasValue: true, Value: null };

    /// <summary>The call that gets a value, as an argument, an element of its array or a hole of its text.</summary>
    private static IInvocationOperation? CallAround(IOperation use)
    {
        for (var current = use; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case IInvocationOperation call:
                    return call;
                case IArgumentOperation or IConversionOperation or IArrayCreationOperation or IArrayInitializerOperation or IInterpolationOperation or IInterpolatedStringOperation:
                    continue;
                // The collection that a params parameter gets, of whatever type.
                case { Syntax: CollectionExpressionSyntax } or { Parent: IArgumentOperation { ArgumentKind: not ArgumentKind.Explicit } }:
                    continue;
                default:
                    return null;
            }
        }

        return null;
    }

    private static bool IsWhenAll(IInvocationOperation call) => call.TargetMethod is { Name: "WhenAll" or "WaitAll", ContainingType.Name: "Task" };

    /// <summary>In an expression tree nothing is called: a mock is told what to expect, a mapper what to translate.</summary>
    private static bool IsData(IOperation operation)
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            if (current is IConversionOperation { Operand: IAnonymousFunctionOperation, Type: INamedTypeSymbol { Name: "Expression" } } or INameOfOperation)
                return true;
        }

        return false;
    }
}
