using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace.MissingObject;

/// <summary>Reads conditions that tell whether a local holds anything.</summary>
/// <param name="local">The local.</param>
/// <param name="body">Any operation of the body as it is written.</param>
/// <param name="captures">What the graph keeps aside.</param>
internal sealed class NullTest(ILocalSymbol local, IOperation body, FlowCaptures captures)
{
    /// <summary>The value of a condition by which the local certainly holds an object: true, false, or null where it tells nothing.</summary>
    public bool? Of(IOperation condition)
    {
        var sense = true;
        for (var current = condition.Unwrap(); ;)
        {
            current = captures.Resolve(current).Unwrap();
            switch (current)
            {
                case IIsNullOperation isNull:
                    return IsLocal(isNull.Operand) || IsAccess(isNull.Operand) ? !sense : null;
                case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                    sense = !sense;
                    current = not.Operand.Unwrap();
                    break;
                case IBinaryOperation access when IsAccess(access.LeftOperand) || IsAccess(access.RightOperand):
                    return OfAccess(access) is { } isThere ? sense == isThere : null;
                case IIsPatternOperation member when IsAccess(member.Value):
                    return Matches(member.Pattern) is { } holds ? sense == holds : null;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison when IsNull(comparison.RightOperand) || IsNull(comparison.LeftOperand):
                    var compared = IsNull(comparison.RightOperand) ? comparison.LeftOperand : comparison.RightOperand;
                    return IsLocal(compared) ? sense == (comparison.OperatorKind == BinaryOperatorKind.NotEquals) : null;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } flag when flag.RightOperand.ConstantValue is { HasValue: true, Value: bool value }:
                    sense = sense == (value == (flag.OperatorKind == BinaryOperatorKind.Equals));
                    current = flag.LeftOperand.Unwrap();
                    break;
                case IIsPatternOperation pattern when IsLocal(pattern.Value):
                    return Matches(pattern.Pattern) is { } isObject ? sense == isObject : null;
                case IIsTypeOperation type when IsLocal(type.ValueOperand):
                    return sense;
                case IInvocationOperation { TargetMethod.Name: "Equals" or "ReferenceEquals" } equals when equals.Arguments.Any(argument => IsLocal(argument.Value)) && equals.Arguments.Any(argument => IsNull(argument.Value)):
                    return !sense;
                case ILocalReferenceOperation flagLocal when flagLocal.Type?.SpecialType == SpecialType.System_Boolean && SingleAssignment.ValueOf(flagLocal.Local, body) is { } assigned:
                    current = assigned.Unwrap();
                    break;
                default:
                    return null;
            }
        }
    }

    /// <summary>Whether an operation is the local, or stands for it.</summary>
    public bool IsLocal(IOperation operation) =>
        captures.Resolve(operation.Unwrap()).Unwrap() is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local);

    /// <summary><c>x?.A == value</c> holds for an object only, and so does <c>x?.A > value</c>; <c>x?.A != value</c> fails for an object only.</summary>
    private static bool? OfAccess(IBinaryOperation comparison)
    {
        var isNull = IsNull(comparison.LeftOperand) || IsNull(comparison.RightOperand);
        return comparison.OperatorKind switch
        {
            BinaryOperatorKind.Equals => !isNull,
            BinaryOperatorKind.NotEquals => isNull,
            BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual => true,
            _ => null,
        };
    }

    /// <summary>Whether an operation is a member of the local, read by <c>?.</c>: the graph shows that as a value of two origins.</summary>
    private bool IsAccess(IOperation operation) => IsAccess(operation.Unwrap().Syntax);

    private bool IsAccess(SyntaxNode expression) =>
        expression is ConditionalAccessExpressionSyntax { Expression: IdentifierNameSyntax name } && name.Identifier.ValueText == local.Name;

    /// <summary>Whether a pattern holds for objects only (true), for null only (false), or for some of both.</summary>
    private static bool? Matches(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => !IsNull(constant.Value),
        INegatedPatternOperation { Pattern: IConstantPatternOperation constant } => IsNull(constant.Value) ? true : null,
        // "is not Order other" and "is not { }" hold for null.
        INegatedPatternOperation { Pattern: ITypePatternOperation or IDeclarationPatternOperation { MatchesNull: false } or IRecursivePatternOperation } => false,
        ITypePatternOperation or IRecursivePatternOperation or IDeclarationPatternOperation { MatchesNull: false } => true,
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => Matches(both.LeftPattern) is true || Matches(both.RightPattern) is true ? true : null,
        _ => null,
    };

    private static bool IsNull(IOperation operation) =>
        operation.Unwrap() is { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation;
}
