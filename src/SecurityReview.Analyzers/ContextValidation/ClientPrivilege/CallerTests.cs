using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.ClientPrivilege;

/// <summary>Questions about the caller's own privilege. Broad on purpose: what might be one keeps the rule silent.</summary>
internal static class CallerTests
{
    private static readonly HashSet<string> s_asks = new(StringComparer.Ordinal) { "IsInRole", "IsInRoleAsync", "HasClaim", "AuthorizeAsync", "GetRolesAsync" };

    /// <summary>Set up the program, or only ask who somebody is.</summary>
    private static readonly HashSet<string> s_setup = new(StringComparer.Ordinal) { "AddAuthorization", "UseAuthorization", "AddAuthorizationBuilder", "RequireAuthorization", "AllowAnonymous" };

    public static bool Contain(IOperation operation, OwnershipVocabulary vocabulary) => operation switch
    {
        IInvocationOperation { TargetMethod.Name: var name } => s_asks.Contains(name) ||
            (!s_setup.Contains(name) && (PrivilegeNames.IsDecision(PlainName.OfRead(name)) || PrivilegeNames.IsDemand(PlainName.Of(name)))),
        IFieldReferenceOperation { Field: { Name: "Role", ContainingType.Name: "ClaimTypes" } } type => !IsOfNewClaim(type),
        IMemberReferenceOperation { Instance: { } instance } member => !IsWritten(member) && IsAboutPrivilege(member.Member.Name) && IsCaller(instance, vocabulary),
        _ => false,
    };

    private static bool IsAboutPrivilege(string name) => PlainName.Of(name) is var plain && (PrivilegeNames.IsDecision(plain) || PrivilegeNames.IsRoleLike(plain));

    /// <summary>The privilege that is handed out is no question about who hands it out.</summary>
    private static bool IsWritten(IMemberReferenceOperation member) => member.Parent is IAssignmentOperation assignment && ReferenceEquals(assignment.Target, member);

    private static bool IsOfNewClaim(IOperation type) => type.Parent is IArgumentOperation { Parent: IObjectCreationOperation };

    /// <summary>A shape that a request fills may look like a context: what it says of its sender is the claim itself.</summary>
    private static bool IsCaller(IOperation instance, OwnershipVocabulary vocabulary) =>
        CallerIdentity.IsCallersRecord(instance) ||
        (instance.Type is { } type && (ContextTypes.IsNamedAfterCaller(type) || CallerIdentity.IsPrincipal(type)) && CallerIdentity.IsCaller(instance, vocabulary)) ||
        (instance.Unwrap() is IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } && CallerIdentity.IsCaller(instance, vocabulary)) ||
        instance.Unwrap() is ILocalReferenceOperation { Local.Name: var name } && IsNamedAfterCaller(name);

    private static bool IsNamedAfterCaller(string name) => PlainName.StartsWithAny(PlainName.Of(name), ["current", "caller", "actor", "requester", "requestor", "acting", "operator", "admin", "me"]);
}
