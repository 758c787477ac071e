using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.Vocabulary;

/// <summary>Recognises tests of what the caller may do beyond others: admin flags, roles, claims, permissions, policies.</summary>
internal static class PrivilegeTest
{
    private static readonly HashSet<string> s_membership =
        new(StringComparer.Ordinal) { "Contains", "ContainsKey", "Any", "Exists", "HasFlag", "Overlaps", "IsSupersetOf", "Equals", "StartsWith" };

    private const int MaximumDepth = 8;

    /// <summary>On which outcome of a condition a privilege is granted.</summary>
    /// <param name="test">A condition as written, without negation.</param>
    public static Grant Of(IOperation test, OwnershipVocabulary vocabulary) => Of(test, vocabulary, MaximumDepth);

    /// <param name="depth">How many negations and locals are looked through: half-typed locals may be made of themselves.</param>
    private static Grant Of(IOperation test, OwnershipVocabulary vocabulary, int depth)
    {
        if (depth == 0)
            return Grant.Either;
        switch (test.Unwrap())
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Opposite(Of(not.Operand, vocabulary, depth - 1));
            case ILocalReferenceOperation local when SingleAssignment.ValueOf(local.Local, local) is { } value && !PrivilegeNames.IsDecision(PlainName.Of(local.Local.Name)):
                return OfLocal(value, vocabulary, depth - 1);
            case IInvocationOperation call:
                return OfCall(call, vocabulary);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equal when IsPrivilegeValue(equal.LeftOperand) || IsPrivilegeValue(equal.RightOperand):
                return Grant.WhenTrue;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } different when IsPrivilegeValue(different.LeftOperand) || IsPrivilegeValue(different.RightOperand):
                return NamesPrivilege(different) ? Grant.WhenFalse : Grant.Either;
            case IIsPatternOperation pattern when Mentions(pattern, vocabulary):
                return pattern.Pattern is INegatedPatternOperation ? Grant.WhenFalse : pattern.Type?.SpecialType == SpecialType.System_Boolean ? Grant.WhenTrue : Grant.Either;
            case IPropertyReferenceOperation { Property.Name: "Succeeded" or "IsSuccess" or "IsAuthorized" }:
                return Grant.WhenTrue;
            case { } value when NameOf(value) is { } name && PrivilegeNames.IsDecision(PlainName.Of(name)):
                return Grant.WhenTrue;
            case IBinaryOperation or IConditionalOperation or ICoalesceOperation or IConditionalAccessOperation:
                return Mentions(test, vocabulary) ? Grant.Either : Grant.None;
            default:
                return Grant.None;
        }
    }

    /// <summary>Whether a privilege test, a role or a permission occurs anywhere in an expression.</summary>
    public static bool Mentions(IOperation expression, OwnershipVocabulary vocabulary) =>
        expression.DescendantsAndSelf().Any(part =>
            (part is IInvocationOperation call && OfCall(call, vocabulary) != Grant.None) ||
            IsPrivilegeValue(part) ||
            (part is IPropertyReferenceOperation or IFieldReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation &&
                PrivilegeNames.IsDecision(PlainName.Of(NameOf(part)!))));

    private static Grant Opposite(Grant grant) => grant switch
    {
        Grant.WhenTrue => Grant.WhenFalse,
        Grant.WhenFalse => Grant.WhenTrue,
        _ => grant,
    };

    private static Grant OfLocal(IOperation value, OwnershipVocabulary vocabulary, int depth)
    {
        var unwrapped = ValueForm.Peel(value);
        if (unwrapped is ILocalReferenceOperation)
            return Mentions(unwrapped, vocabulary) ? Grant.Either : Grant.None;
        return Of(unwrapped, vocabulary, depth);
    }

    private static Grant OfCall(IInvocationOperation call, OwnershipVocabulary vocabulary)
    {
        var method = call.TargetMethod;
        if (method.Name == "IsInRole")
            return IsPrivilegedRole(call, vocabulary) ? Grant.WhenTrue : Grant.None;
        if (s_membership.Contains(method.Name) && (IsPrivilegeValue(call.Receiver()) || call.Arguments.Any(argument => IsPrivilegeValue(argument.Value))))
            return Grant.WhenTrue;
        return PrivilegeNames.IsDecision(PlainName.OfRead(method.Name)) ? Grant.WhenTrue : Grant.None;
    }

    private static bool IsPrivilegedRole(IInvocationOperation call, OwnershipVocabulary vocabulary) =>
        vocabulary.PrivilegedRoles.IsEmpty ||
        call.Arguments.Any(argument => argument.Value.ConstantValue is not { HasValue: true, Value: string role } || vocabulary.PrivilegedRoles.Contains(role));

    /// <summary>Whether a value is a role, a level or a collection of permissions.</summary>
    private static bool IsPrivilegeValue(IOperation? operation) =>
        operation?.Unwrap() is { } value && NameOf(value) is { } name && PrivilegeNames.IsRoleLike(PlainName.OfRead(name));

    /// <summary>Whether a comparison names a privileged role: <c>Role.Admin</c>, <c>"operator"</c>.</summary>
    private static bool NamesPrivilege(IBinaryOperation comparison) =>
        comparison.DescendantsAndSelf().Any(part =>
            (part.ConstantValue is { HasValue: true, Value: string text } && PrivilegeNames.IsAdminFlag(PlainName.Of(text))) ||
            (part is IFieldReferenceOperation field && PrivilegeNames.IsAdminFlag(PlainName.Of(field.Field.Name))));

    private static string? NameOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IPropertyReferenceOperation property => property.Property.Name,
        IFieldReferenceOperation field => field.Field.Name,
        IInvocationOperation call => call.TargetMethod.Name,
        _ => null,
    };
}
