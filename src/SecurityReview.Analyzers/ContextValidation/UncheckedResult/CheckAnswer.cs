using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Vocabulary;

namespace SecurityReview.Analyzers.ContextValidation.UncheckedResult;

/// <summary>How the result of a check says no.</summary>
/// <param name="Member">The truth to ask of a result object; null where the result is the truth itself.</param>
/// <param name="Refusal">The member of an enumeration that refuses; null for other results.</param>
/// <param name="RefusesWhenTrue">Whether yes is the answer that refuses.</param>
internal sealed record CheckAnswer(string? Member, IFieldSymbol? Refusal, bool RefusesWhenTrue)
{
    private static readonly string[] s_members =
        ["Succeeded", "IsValid", "IsSuccess", "Success", "Successful", "IsSuccessful", "IsAuthorized", "Authorized", "IsAllowed", "Allowed", "IsGranted", "Granted", "HasAccess", "IsAuthenticated"];

    private static readonly string[] s_refusals = ["Failed", "Denied", "Deny", "Forbidden", "Refused", "Rejected", "Unauthorized"];

    /// <summary>The answer of a method; null where its result says no in a way that is not known.</summary>
    public static CheckAnswer? Of(IMethodSymbol method)
    {
        var type = method.ReturnType.UnwrapTask();
        if (type.SpecialType == SpecialType.System_Boolean)
            return new CheckAnswer(null, null, DecisionMethods.RefusesWhenTrue(method));
        if (type.TypeKind == TypeKind.Enum)
            return s_refusals.SelectMany(name => type.GetMembers(name)).OfType<IFieldSymbol>().FirstOrDefault() is { } refusal ? new CheckAnswer(null, refusal, false) : null;
        var member = s_members.FirstOrDefault(name => type.SelfAndBaseTypes().SelectMany(current => current.GetMembers(name))
            .Any(static found => found is IPropertySymbol { IsStatic: false, Type.SpecialType: SpecialType.System_Boolean, DeclaredAccessibility: Accessibility.Public }));
        return member is null ? null : new CheckAnswer(member, null, false);
    }
}
