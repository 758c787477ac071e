using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Flow;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>Recognises values whose name says that they are somebody's identity, wherever they come from.</summary>
internal static class IdentityName
{
    private static readonly string[] s_identities = ["userid", "currentuserid", "ownerid", "tenantid", "organizationid", "organisationid", "orgid", "createdby", "createdbyid", "creatorid", "accountid", "customerid", "authorid", "callerid", "actorid"];

    /// <summary>The name by which a value is read; null where it has none.</summary>
    public static string? Of(IOperation value) => ValueForm.Peel(value) switch
    {
        ILocalReferenceOperation local => SingleAssignment.ValueOf(local.Local, local) is { } assigned && Of(assigned) is { } name && IsIdentity(name, default) ? name : local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } arguments } => arguments[0].Value.ConstantValue is { HasValue: true, Value: string key } ? key : null,
        IMemberReferenceOperation member => member.Member.Name,
        IInvocationOperation { Arguments.Length: > 0 } call => call.Arguments.Select(static argument => argument.Value.ConstantValue).FirstOrDefault(static constant => constant is { HasValue: true, Value: string }).Value as string,
        _ => null,
    };

    /// <summary>Whether a name is one: <c>userId</c>, <c>X-Tenant-Id</c>.</summary>
    public static bool IsIdentity(string name, ImmutableArray<string> configured)
    {
        var plain = PlainName.Of(name.Replace("-", ""));
        if (plain.StartsWith("x", StringComparison.Ordinal) && s_identities.Contains(plain.Substring(1)))
            return true;
        return s_identities.Contains(plain) || (!configured.IsDefault && OwnershipKeys.IsAlways(name, configured));
    }
}
