using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.Vocabulary;

/// <summary>What a type's members say about the caller. Two of them make a context type.</summary>
[Flags]
internal enum ContextTraits
{
    None = 0,
    User = 1,
    Tenant = 2,
    AdminFlag = 4,
    Roles = 8,
    Principal = 16,

    /// <summary>What an owned entity of a multi-tenant program has as well: not enough without a telling name.</summary>
    Keys = User | Tenant,
}

/// <summary>Reads the traits off members.</summary>
internal static class ContextTraitReader
{
    private static readonly HashSet<string> s_users = new(StringComparer.Ordinal)
    {
        "userid", "currentuserid", "username", "loginid", "loginname", "login", "subject", "subjectid", "sub", "callerid", "actorid", "principalid", "accountid",
        "memberid", "employeeid", "customerid", "personid", "identityid",
    };

    private static readonly HashSet<string> s_tenants = new(StringComparer.Ordinal)
    {
        "tenantid", "currenttenantid", "projectid", "currentprojectid", "organizationid", "organisationid", "orgid", "companyid", "workspaceid", "domainid",
        "tenant", "tenantcode", "tenantname", "projectname",
    };

    private static readonly HashSet<string> s_roles = new(StringComparer.Ordinal)
    {
        "roles", "rolenames", "permissions", "claims", "scopes", "isinrole", "haspermission", "hasrole", "hasclaim", "hasscope", "ispermitted",
    };

    /// <summary>The traits of a type with its base types and interfaces.</summary>
    public static ContextTraits Of(ITypeSymbol type)
    {
        var traits = ContextTraits.None;
        foreach (var current in type.SelfAndBaseTypes().Concat(type.AllInterfaces))
        {
            if (current.SpecialType == SpecialType.System_Object)
                continue;
            foreach (var member in current.GetMembers())
                traits |= OfMember(member, type);
        }

        return traits;
    }

    /// <summary>The trait that one member shows.</summary>
    /// <param name="owner">The type as a whole: a bare <c>Id</c> is a user's where the type is named after one.</param>
    public static ContextTraits OfMember(ISymbol member, ITypeSymbol owner)
    {
        if (member.IsStatic || member.IsImplicitlyDeclared || TypeOf(member) is not { } type)
            return ContextTraits.None;
        var plain = PlainName.OfRead(member.Name);
        if (PrivilegeNames.IsAdminFlag(plain))
            return type.SpecialType == SpecialType.System_Boolean ? ContextTraits.AdminFlag : ContextTraits.None;
        if (s_roles.Contains(plain))
            return ContextTraits.Roles;
        if (type is { Name: "ClaimsPrincipal" or "IPrincipal" or "ClaimsIdentity" or "IIdentity" })
            return ContextTraits.Principal;
        if (!IsKeyType(type))
            return ContextTraits.None;
        if (s_users.Contains(plain) || (plain == "id" && ContextTypes.IsNamedAfterCaller(owner)))
            return ContextTraits.User;
        return s_tenants.Contains(plain) ? ContextTraits.Tenant : ContextTraits.None;
    }

    /// <summary>Whether a type can hold an identifier: text, a number, a Guid, or a small wrapper of one.</summary>
    public static bool IsKeyType(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        if (type.UnwrapTask() is var result && !ReferenceEquals(result, type))
            return IsKeyType(result);
        return type.SpecialType switch
        {
            SpecialType.System_String or SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_Int64 => true,
            SpecialType.System_UInt32 or SpecialType.System_UInt64 => true,
            SpecialType.None => type.IsValueType && type.TypeKind == TypeKind.Struct || type.Name.EndsWith("Id", StringComparison.Ordinal),
            _ => false,
        };
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol { IsIndexer: false } property => property.Type,
        IFieldSymbol field => field.Type,
        IMethodSymbol { MethodKind: MethodKind.Ordinary, ReturnsVoid: false } method => method.ReturnType,
        _ => null,
    };
}
