using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Storage;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.ClientPrivilege;

/// <summary>Members that say what a person may do: admin flags, roles, permissions, claims of a user, account, member or principal.</summary>
internal sealed class PrivilegeMembers(KnownTypes types)
{
    private static readonly HashSet<string> s_roles = new(StringComparer.Ordinal)
    {
        "role", "roles", "rolename", "rolenames", "roleid", "roleids", "userrole", "userroles", "permission", "permissions", "claims", "scopes", "privileges", "accesslevel", "userlevel", "usertype",
    };

    private static readonly string[] s_persons = ["user", "account", "member", "membership", "principal", "identity", "employee", "customer", "profile", "person", "staff", "operator", "login"];

    private static readonly string[] s_transfers = ["dto", "request", "command", "query", "response", "viewmodel", "model", "input", "form", "filter", "event", "message", "options", "settings", "payload", "body"];

    private readonly EntityTypes _entities = EntityTypes.Of(types);

    /// <summary>Whether a name is that of a flag or role.</summary>
    public static bool IsPrivilege(string name) => IsFlag(name) || s_roles.Contains(PlainName.Of(name));

    /// <summary>Whether a name is that of an admin flag.</summary>
    public static bool IsFlag(string name) => PrivilegeNames.IsAdminFlag(PlainName.Of(name)) && !name.EndsWith("Email", StringComparison.Ordinal);

    /// <summary>Whether a member is a privilege of a person, and not only of what a client sends.</summary>
    public bool Contain(ISymbol member, OwnershipVocabulary vocabulary) =>
        member is IPropertySymbol { IsIndexer: false } or IFieldSymbol && IsPrivilege(member.Name) && member.ContainingType is { } type && IsPerson(type, vocabulary);

    /// <summary>Whether objects of a type are persons as the program knows them.</summary>
    public bool IsPerson(INamedTypeSymbol type, OwnershipVocabulary vocabulary)
    {
        if (_entities.Contains(type))
            return HasPersonName(type.Name) || type.SelfAndBaseTypes().Any(static current => current.Name == "IdentityUser");
        if (vocabulary.IsContext(type, ""))
            return true;
        var plain = PlainName.Of(type.Name);
        return !PlainName.EndsWithAny(plain, s_transfers) && HasPersonName(type.Name);
    }

    private static bool HasPersonName(string name)
    {
        var words = NameWords.Of(name).Select(static word => word.ToLowerInvariant()).Where(static word => word is not ("entity" or "record" or "row" or "data")).ToList();
        return words.Count > 0 && s_persons.Contains(words[words.Count - 1]);
    }
}
