using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>Finds values with the name of an identity where they stand for who acts: by names, before any of symbols and flow.</summary>
internal static class ActingUses
{
    /// <param name="operation">An assignment, comparison or call.</param>
    /// <param name="keys">The names of the option <c>ownership_keys</c>.</param>
    public static IEnumerable<ActingUse> Of(IOperation operation, ImmutableArray<string> keys)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol, Instance: { Type: { } owned } } target } assignment
                when OwnershipKeys.IsWithEvidence(target.Member.Name, keys) && IsNamedSo(assignment.Value, keys):
                return [new ActingUse(assignment.Value, target.Member.Name, owned, ActingForm.Stored)];
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals }:
                return KeyComparison.Read(operation, name => OwnershipKeys.IsAlways(name, keys)) is { } comparison && IsNamedSo(comparison.Other, keys)
                    ? [new ActingUse(comparison.Other, comparison.Key.Member.Name, comparison.Key.Instance?.Type, ActingForm.Compared)]
                    : [];
            case IInvocationOperation call when !call.Arguments.IsEmpty && call.TargetMethod.HasSource():
                return call.Arguments.Where(argument => argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } && IdentityName.IsIdentity(parameter.Name, keys) && IsNamedSo(argument.Value, keys))
                    .Select(static argument => new ActingUse(argument.Value, argument.Parameter!.Name, null, ActingForm.Passed));
            default:
                return [];
        }
    }

    private static bool IsNamedSo(IOperation value, ImmutableArray<string> keys) =>
        value.Unwrap() is not ILiteralOperation && IdentityName.Of(value) is { } name && IdentityName.IsIdentity(name, keys);
}
