using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>Recognises tests of a privilege of the caller, or of an object that is there for everybody: what they let through needs no owner.</summary>
internal static class PrivilegeGuards
{
    private static readonly string[] s_words = ["permission", "isinrole", "inrole", "hasrole", "hasclaim", "haspolicy", "hasscope", "hasaccess", "canaccess", "isowner", "ismember", "isauthorized", "authorizeasync"];

    private static readonly string[] s_open = ["ispublic", "isshared", "isvisible", "isopentoall"];

    /// <summary>Whether an operation is such a test, wherever it stands.</summary>
    public static bool IsPrivilege(IOperation operation)
    {
        var name = operation switch
        {
            IInvocationOperation call => call.TargetMethod.Name,
            IMemberReferenceOperation member => member.Member.Name,
            ILocalReferenceOperation local => local.Local.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            _ => null,
        };
        if (name is null)
            return false;
        var plain = PlainName.OfRead(name);
        return (PrivilegeNames.IsAdminFlag(plain) && operation.Type?.SpecialType == SpecialType.System_Boolean) || PlainName.ContainsAny(plain, s_words) || s_open.Contains(plain) ||
            (PrivilegeNames.IsRoleLike(plain) && operation.Parent is not IMemberReferenceOperation);
    }

    /// <summary>Whether a conditional decides by such a test who goes on.</summary>
    public static bool Decides(IConditionalOperation conditional) =>
        conditional.Condition.DescendantsAndSelf().Any(part => IsPrivilege(part) && Guarding.Decides(part));
}
