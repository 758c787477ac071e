using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>A comparison of a member that names an owner with something else.</summary>
/// <param name="Test">The comparison.</param>
/// <param name="Key">The member.</param>
/// <param name="Other">What it is compared with; for a membership test the collection.</param>
internal sealed record KeyComparison(IOperation Test, IMemberReferenceOperation Key, IOperation Other)
{
    /// <summary>Reads <c>a.Key == b</c>, <c>Equals</c> and <c>set.Contains(a.Key)</c>.</summary>
    /// <param name="operation">Any operation.</param>
    /// <param name="isKey">Whether a name is that of an ownership key.</param>
    public static KeyComparison? Read(IOperation operation, Func<string, bool> isKey)
    {
        switch (operation)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary:
                return Of(operation, binary.LeftOperand, binary.RightOperand, isKey);
            case IInvocationOperation { TargetMethod: { Name: "Equals", Parameters.Length: > 0 } } call:
                var sides = call.Arguments.Select(static argument => argument.Value).ToList();
                if (call.Instance is { } instance)
                    sides.Insert(0, instance);
                return sides.Count < 2 ? null : Of(operation, sides[0], sides[1], isKey);
            case IInvocationOperation { TargetMethod.Name: "Contains" or "Any" or "Exists" } call when call.Receiver() is { } set:
                var key = call.Arguments.Select(argument => KeyIn(argument.Value, isKey)).FirstOrDefault(static member => member is not null);
                return key is null ? null : new KeyComparison(operation, key, set);
            default:
                return null;
        }
    }

    private static KeyComparison? Of(IOperation test, IOperation left, IOperation right, Func<string, bool> isKey)
    {
        if (KeyIn(left, isKey) is { } onLeft && IsValue(right))
            return new KeyComparison(test, onLeft, right);
        return KeyIn(right, isKey) is { } onRight && IsValue(left) ? new KeyComparison(test, onRight, left) : null;
    }

    private static bool IsValue(IOperation side) => !side.Unwrap().ConstantValue.HasValue && side.Unwrap() is not IDefaultValueOperation;

    private static IMemberReferenceOperation? KeyIn(IOperation side, Func<string, bool> isKey)
    {
        var value = ValueForm.Peel(side);
        if (value is ILocalReferenceOperation local && SingleAssignment.ValueOf(local.Local, local) is { } assigned)
            value = ValueForm.Peel(assigned);
        // The owner as an object: x.Owner.Id, x.Tenant.Id.
        if (value is IPropertyReferenceOperation { Property.Name: "Id", Instance: IPropertyReferenceOperation { Instance: not null } owner } && isKey(owner.Property.Name + "Id"))
            return owner;
        return value is IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol, Instance: not null } member && isKey(member.Member.Name) ? member : null;
    }
}
