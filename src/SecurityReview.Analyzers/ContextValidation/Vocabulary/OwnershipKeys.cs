using System.Collections.Immutable;

namespace SecurityReview.Analyzers.ContextValidation.Vocabulary;

/// <summary>The names of members that say whose an object is.</summary>
internal static class OwnershipKeys
{
    private static readonly ImmutableHashSet<string> s_users = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "userid", "ownerid", "owneruserid", "ownedby", "ownedbyid", "ownedbyuserid", "createdby", "createdbyid", "createdbyuserid", "creatorid", "creatoruserid");

    private static readonly ImmutableHashSet<string> s_tenants = ImmutableHashSet.Create(
        StringComparer.Ordinal, "tenantid", "organizationid", "organisationid", "orgid", "ownertenantid");

    /// <summary>Names that are as often a plain reference as an owner: only a comparison with the caller, or being filled from it, tells.</summary>
    private static readonly ImmutableHashSet<string> s_onlyWithEvidence = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "projectid", "accountid", "customerid", "authorid", "companyid", "workspaceid", "teamid", "memberid", "employeeid", "patientid", "clientid",
        "subscriberid", "merchantid", "vendorid", "sellerid", "shopid", "storeid", "departmentid", "domainid", "subscriptionid", "profileid", "username",
        "owner", "author", "submittedby", "submitterid", "uploadedby", "uploaderid", "tenant", "organization", "organisation");

    private static readonly string[] s_words = ["owner", "user", "tenant", "creat", "author", "organi", "project", "account", "customer", "whose", "belong"];

    /// <summary>Whether a member of this name is an ownership key wherever it stands, an entity's or a row's.</summary>
    public static bool IsAlways(string name, ImmutableArray<string> configured)
    {
        var plain = PlainName.Of(name);
        return s_users.Contains(plain) || s_tenants.Contains(plain) || configured.Any(item => PlainName.Of(item) == plain);
    }

    /// <summary>
    /// Whether a member of this name is an ownership key where it is compared with, or filled from, the caller's identity.
    /// </summary>
    public static bool IsWithEvidence(string name, ImmutableArray<string> configured) =>
        IsAlways(name, configured) || s_onlyWithEvidence.Contains(PlainName.Of(name));

    /// <summary>Whether a member of this name says who made a row: the owner, or only a note.</summary>
    public static bool IsCreationRecord(string name) => PlainName.Of(name).StartsWith("created", StringComparison.Ordinal);

    /// <summary>Whether a member of this name says who changed a row last: such rows are audited, and who made them is noted too.</summary>
    public static bool IsChangeRecord(string name) => PlainName.StartsWithAny(PlainName.Of(name), ["modifiedby", "updatedby", "lastmodifiedby", "lastupdatedby", "changedby", "lastchangedby", "editedby"]);

    /// <summary>Whether a member of this name names a tenant rather than a person.</summary>
    public static bool IsOfTenant(string name) => NounOf(name) is "tenant" or "organization" or "organisation" or "company" or "workspace" or "project" or "team" or "domain" or "account";

    /// <summary>Whether a variable of this name may hold such a key: <c>owner</c>, <c>tenantOfItem</c>.</summary>
    public static bool MayStandForOne(string variable, ImmutableArray<string> configured)
    {
        var plain = PlainName.Of(variable);
        return PlainName.ContainsAny(plain, s_words) || IsWithEvidence(variable, configured);
    }

    /// <summary>The word for whom the key names, for messages: <c>user</c>, <c>project</c>, <c>owner</c>.</summary>
    public static string NounOf(string name)
    {
        var plain = PlainName.Of(name);
        if (plain.StartsWith("created", StringComparison.Ordinal) || plain.StartsWith("creat", StringComparison.Ordinal))
            return "user";
        if (plain.Contains("owned") || plain.Contains("owner"))
            return "owner";
        if (plain.StartsWith("org", StringComparison.Ordinal))
            return "organization";
        if (plain is "username")
            return "user";
        return plain.Length > 2 && plain.EndsWith("id", StringComparison.Ordinal) ? plain.Substring(0, plain.Length - 2) : plain;
    }
}
