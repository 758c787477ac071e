using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace.OneTime;

/// <summary>Members that tell that a credential was used: <c>Used</c>, <c>RedeemedAt</c>, <c>IsActive = false</c>.</summary>
internal static class ConsumedMarks
{
    private static readonly HashSet<string> s_strong = new(StringComparer.OrdinalIgnoreCase) { "Used", "Consumed", "Redeemed", "Spent" };
    private static readonly HashSet<string> s_weak = new(StringComparer.OrdinalIgnoreCase) { "Accepted", "Claimed", "Verified", "Confirmed", "Invalidated", "Exchanged", "Completed", "Applied" };
    private static readonly HashSet<string> s_negated = new(StringComparer.OrdinalIgnoreCase) { "Active", "Valid", "Unused", "Available", "Usable", "Pending" };
    private static readonly HashSet<string> s_forms = new(StringComparer.OrdinalIgnoreCase)
    {
        "Is", "Was", "Has", "Been", "Already", "At", "On", "By", "Date", "Time", "Utc", "Id", "User", "Flag", "Timestamp", "For", "Order", "Customer", "Account", "Member",
    };

    /// <summary>Whether a member may be a mark: the price that all other assignments pay.</summary>
    public static bool MayBe(string member) =>
        IsStatus(member) || (HasStem(member) && (StrengthOf(member) is not null || IsNegated(member) || IsRevoked(member)));

    /// <summary>What nearly no name has, so that few are taken apart.</summary>
    private static bool HasStem(string member) =>
        member.IndexOf("ed", StringComparison.Ordinal) > 0 || member.EndsWith("Spent", StringComparison.Ordinal) || s_negated.Any(word => member.EndsWith(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether giving a member a value marks the object as used.</summary>
    /// <param name="member">The member.</param>
    /// <param name="value">The value, where it is known.</param>
    /// <param name="type">The name of the object's type.</param>
    /// <param name="isCredential">Whether the type is certainly that of a credential.</param>
    public static bool Marks(string member, IOperation? value, string type, bool isCredential)
    {
        var given = value?.Unwrap();
        if (IsStatus(member))
            return given is IFieldReferenceOperation { Field: { Name: var state, ContainingType.TypeKind: TypeKind.Enum } } && Fits(StrengthOf(state), type, isCredential);
        var isNone = given is IDefaultValueOperation || given?.ConstantValue is { HasValue: true, Value: null or false };
        if (IsNegated(member))
            return isCredential && given?.ConstantValue is { HasValue: true, Value: false };
        if (isNone)
            return false;
        return IsRevoked(member) ? isCredential && CredentialNames.IsRefresh(type) : Fits(StrengthOf(member), type, isCredential);
    }

    private static bool Fits(bool? isStrong, string type, bool isCredential) => isStrong is { } strong && (isCredential || (strong && CredentialNames.Suggest(type)));

    /// <summary>True for words that say it of anything, false for those that need a credential, null for other members.</summary>
    private static bool? StrengthOf(string member)
    {
        bool? strength = null;
        foreach (var word in NameWords.Of(member))
        {
            if (s_strong.Contains(word))
                strength = true;
            else if (s_weak.Contains(word))
                strength ??= false;
            else if (!s_forms.Contains(word))
                return null;
        }

        return strength;
    }

    private static bool IsNegated(string member)
    {
        var words = NameWords.Of(member);
        return words.Length is 1 or 2 && s_negated.Contains(words[words.Length - 1]) && (words.Length == 1 || words[0] is "Is" or "is");
    }

    private static bool IsRevoked(string member) => NameWords.Of(member) is { Length: > 0 } words && words.Any(static word => word.Equals("Revoked", StringComparison.OrdinalIgnoreCase))
        && words.All(static word => word.Equals("Revoked", StringComparison.OrdinalIgnoreCase) || s_forms.Contains(word));

    private static bool IsStatus(string member) => member is "Status" or "State";
}
