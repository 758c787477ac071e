namespace SecurityReview.Analyzers.ContextValidation.Vocabulary;

/// <summary>Names that speak of a privilege. Broad on purpose: what might be a privilege test keeps a rule silent.</summary>
internal static class PrivilegeNames
{
    private static readonly string[] s_admin =
        ["admin", "superuser", "sysop", "privileged", "elevated", "impersonat", "moderator",
         "isroot", "isstaff", "isoperator", "issystem", "isservice", "isinternal", "istrusted", "issupport"];

    private static readonly string[] s_permission =
        ["permission", "permitted", "allowed", "authoriz", "authoris", "delegat", "onbehalf", "bypass", "override", "entitle"];

    private static readonly string[] s_decisionStarts =
        ["can", "may", "allow", "hasaccess", "hasrole", "hasright", "hasclaim", "hasscope", "hasprivilege", "haspolicy",
         "isinrole", "ismember", "isingroup", "isinteam", "isowner", "isshared", "ispublic", "isvisible", "isaccessible", "checkaccess",
         "checkright", "checkrole", "checkowner", "verifyaccess", "verifyowner", "validateaccess", "validateowner"];

    private static readonly string[] s_otherWords = ["cancel", "candidate", "canonical", "maybe"];

    private static readonly string[] s_collections =
        ["role", "roles", "userrole", "userroles", "rolenames", "rolename", "permissions", "scopes", "scope", "privileges",
         "rights", "claims", "groups", "accesslevel", "userlevel", "usertype"];

    private static readonly string[] s_demands =
        ["ensure", "require", "demand", "assert", "enforce", "authorize", "authorise", "throwif", "throwunless", "deny", "forbid", "guard",
         "checkaccess", "checkowner", "checkpermission", "verifyaccess", "verifyowner", "validateaccess", "validateowner"];

    /// <summary>What else is demanded of values: not that the caller may.</summary>
    private static readonly string[] s_otherDemands =
        ["null", "empty", "whitespace", "cancel", "default", "positive", "negative", "zero",
         "range", "initial", "created", "connect", "dispos", "success", "capacity", "loaded", "exist", "open"];

    /// <summary>A flag that makes its bearer more than others: <c>isadmin</c>, <c>issuperuser</c>.</summary>
    public static bool IsAdminFlag(string plain) =>
        PlainName.ContainsAny(plain, s_admin) && !plain.EndsWith("id", StringComparison.Ordinal) && !plain.EndsWith("name", StringComparison.Ordinal);

    /// <summary>A yes or no that may stand for a privilege: <c>isadmin</c>, <c>canedit</c>, <c>haspermission</c>.</summary>
    public static bool IsDecision(string plain) =>
        IsAdminFlag(plain) || PlainName.ContainsAny(plain, s_permission) ||
        (PlainName.StartsWithAny(plain, s_decisionStarts) && !PlainName.StartsWithAny(plain, s_otherWords));

    /// <summary>A role, level or a collection of them.</summary>
    public static bool IsRoleLike(string plain) => s_collections.Contains(plain);

    /// <summary>A call that throws unless the caller may: <c>EnsureOwner</c>, <c>Demand</c>.</summary>
    public static bool IsDemand(string plain) => PlainName.StartsWithAny(plain, s_demands) && !PlainName.ContainsAny(plain, s_otherDemands);
}
