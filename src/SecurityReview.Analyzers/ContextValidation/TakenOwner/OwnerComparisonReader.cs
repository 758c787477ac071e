using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.TakenOwner;

/// <summary>Recognises comparisons of the caller's identity with an object's ownership key.</summary>
internal static class OwnerComparisonReader
{
    /// <summary>Whether an operation can be such a comparison: a test of names, before any of symbols and flow.</summary>
    /// <param name="operation">Any operation.</param>
    /// <param name="keys">The names of the option <c>ownership_keys</c>.</param>
    public static bool MayBe(IOperation operation, ImmutableArray<string> keys) =>
        Operands(operation) is var (left, right) && IsValue(left) && IsValue(right) && (IsPlausible(left, keys) || IsPlausible(right, keys));

    /// <summary>Whether a name stands in a comparison with something that is not written out.</summary>
    public static bool MayBeCompared(SyntaxToken name) => name.Surroundings().Any(static node => node switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } binary =>
            binary is { Left: not LiteralExpressionSyntax, Right: not LiteralExpressionSyntax },
        InvocationExpressionSyntax call => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "Equals" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals" }
            or MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Equals" },
        // a?.OwnerId.Equals(b): the call is within.
        ConditionalAccessExpressionSyntax access => access.DescendantTokens().Any(static token => token.ValueText == "Equals"),
        _ => false,
    });

    /// <summary>The comparison; null where the sides are not a caller and an owned object.</summary>
    public static OwnerComparison? Read(IOperation operation, OwnershipVocabulary vocabulary)
    {
        if (Operands(operation) is not var (left, right))
            return null;
        return Read(operation, left, right, vocabulary) ?? Read(operation, right, left, vocabulary);
    }

    private static OwnerComparison? Read(IOperation operation, IOperation callerSide, IOperation keySide, OwnershipVocabulary vocabulary)
    {
        if (KeyOf(keySide, vocabulary) is not { } key || (CallerIdentity.Read(callerSide, vocabulary) ?? Overwritten(callerSide, key, vocabulary)) is not { } caller)
            return null;
        var trueMeansSame = operation is not IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals };
        return new OwnerComparison(operation, caller, callerSide, key, keySide, trueMeansSame);
    }

    /// <summary><c>var id = context.UserId; if (id != obj.UserId) id = obj.UserId;</c>: the caller until the owner takes its place.</summary>
    private static CallerValue? Overwritten(IOperation callerSide, IMemberReferenceOperation key, OwnershipVocabulary vocabulary)
    {
        if (ValueForm.Peel(callerSide) is not ILocalReferenceOperation local || ReferencePath.Of(key) is not { } path)
            return null;
        var value = SingleAssignment.ValueOf(local.Local, local, assigned => path.Equals(ReferencePath.Of(ValueForm.Peel(assigned))));
        return value is null ? null : CallerIdentity.Read(value, vocabulary);
    }

    /// <summary>The ownership key of an object that is no caller, read directly or through a local of one value.</summary>
    private static IMemberReferenceOperation? KeyOf(IOperation side, OwnershipVocabulary vocabulary)
    {
        var value = ValueForm.Peel(side);
        if (value is ILocalReferenceOperation local && SingleAssignment.ValueOf(local.Local, local) is { } assigned)
            value = ValueForm.Peel(assigned);
        if (value is not IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol, Instance: { Type: { } } instance } member)
            return null;
        if (!OwnershipKeys.IsWithEvidence(member.Member.Name, vocabulary.Keys) || ReferencePath.Of(member) is null)
            return null;
        if (instance is IConditionalAccessInstanceOperation conditional && conditional.ConditionalReceiver() is { } receiver)
            instance = receiver;
        var owner = ReferencePath.Of(instance);
        if (CallerIdentity.IsCaller(instance, vocabulary) || CallerIdentity.IsCallersRecord(instance) || owner is null || vocabulary.IsExempt(member.Member.ContainingType))
            return null;
        return member;
    }

    private static (IOperation Left, IOperation Right)? Operands(IOperation operation)
    {
        switch (operation)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary:
                return (binary.LeftOperand, binary.RightOperand);
            case IInvocationOperation { TargetMethod: { Name: "Equals", ReturnType.SpecialType: SpecialType.System_Boolean } } call:
                var values = call.Arguments.Where(argument => argument.Parameter?.Type.TypeKind != TypeKind.Enum)
                    .OrderBy(argument => argument.Parameter?.Ordinal).Select(argument => argument.Value).ToList();
                if (values.Count == 1 && call.Instance is { } instance)
                    return (instance, values[0]);
                return values.Count >= 2 ? (values[0], values[1]) : null;
            default:
                return null;
        }
    }

    private static bool IsValue(IOperation side) => side.Unwrap() is not ILiteralOperation && !side.ConstantValue.HasValue;

    /// <summary>A member with the name of a key, or a local whose name says that it may stand for one.</summary>
    private static bool IsPlausible(IOperation side, ImmutableArray<string> keys) => ValueForm.Peel(side) switch
    {
        ILocalReferenceOperation local => OwnershipKeys.MayStandForOne(local.Local.Name, keys),
        IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } member => OwnershipKeys.IsWithEvidence(member.Member.Name, keys),
        _ => false,
    };
}
