using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.ContextValidation.OpenFilter;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.ClientPrivilege;

/// <summary>Finds what makes somebody privileged: writes to members of persons, role and claim calls, branches on a flag.</summary>
internal sealed class PrivilegeSinks(PrivilegeMembers members)
{
    /// <summary>Whether a name stands where a privilege is given: in what is assigned to, or in a condition. Calls and types that give one are named so.</summary>
    public static bool MayGrant(SyntaxToken name) =>
        name.ValueText is "AddToRoleAsync" or "AddToRolesAsync" or "Claim" ||
        name.Surroundings().Any(node => (node is AssignmentExpressionSyntax assignment && assignment.Left.Span.Contains(name.Span)) || node.Parent switch
        {
            IfStatementSyntax choice => choice.Condition == node,
            ConditionalExpressionSyntax choice => choice.Condition == node,
            _ => false,
        });

    /// <summary>The value at an operation; null where there is none, or it is constant.</summary>
    public ClaimedPrivilege? At(IOperation operation, OwnershipVocabulary vocabulary)
    {
        var found = operation switch
        {
            ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var member }, Value: var value } when PrivilegeMembers.IsPrivilege(member.Name) && members.Contain(member, vocabulary) =>
                new ClaimedPrivilege(value, $"'{member.Name}' of a '{member.ContainingType.Name}'", IsCollection(value.Type)),
            IInvocationOperation call => OfCall(call),
            IObjectCreationOperation { Type.Name: "Claim", Arguments.Length: >= 2 } claim when IsRoleType(claim.Arguments[0].Value) => new ClaimedPrivilege(claim.Arguments[1].Value, "a role claim", false),
            IConditionalOperation conditional => OfCondition(conditional),
            _ => null,
        };
        return found is null || found.Value.ConstantValue.HasValue ? null : found;
    }

    private static ClaimedPrivilege? OfCall(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "AddToRoleAsync" or "AddToRolesAsync", ContainingType.Name: "UserManager", Parameters.Length: > 1 } when call.ArgumentFor(1) is { } role =>
            new ClaimedPrivilege(role.Value, "the role of a user", call.TargetMethod.Name == "AddToRolesAsync"),
        { Name: "AddClaimAsync" or "ReplaceClaimAsync", ContainingType.Name: "UserManager" or "RoleManager" } when call.Arguments.LastOrDefault(static argument => argument.Value.Unwrap().Type?.Name == "Claim") is { } claim =>
            OfClaim(claim.Value),
        _ => null,
    };

    /// <summary>Who says what kind of claim it is makes it one of a role.</summary>
    private static ClaimedPrivilege? OfClaim(IOperation claim)
    {
        var made = claim.Unwrap();
        if (made is ILocalReferenceOperation local && SingleAssignment.ValueOf(local.Local, local) is { } assigned)
            made = assigned.Unwrap();
        return made is IObjectCreationOperation { Arguments.Length: >= 2 } creation ? new ClaimedPrivilege(creation.Arguments[0].Value, "the kind of a user's claim", false) : null;
    }

    private static ClaimedPrivilege? OfCondition(IConditionalOperation conditional)
    {
        if (FlagIn(conditional.Condition) is not { } flag || conditional.WhenTrue is not { } branch || Refusals.IsClosed(branch) || IsForShow(branch))
            return null;
        return new ClaimedPrivilege(flag, "a privileged branch", false);
    }

    /// <summary>The flag that a condition asks, alone or with others; or the role that it compares with a privileged one.</summary>
    private static IOperation? FlagIn(IOperation condition) => condition.Unwrap() switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both => FlagIn(both.LeftOperand) ?? FlagIn(both.RightOperand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality => RoleIn(equality.LeftOperand, equality.RightOperand) ?? RoleIn(equality.RightOperand, equality.LeftOperand),
        IParameterReferenceOperation { Parameter.Name: var name, Type.SpecialType: SpecialType.System_Boolean } parameter when PrivilegeMembers.IsFlag(name) => parameter,
        IMemberReferenceOperation { Member.Name: var name, Type.SpecialType: SpecialType.System_Boolean } member when PrivilegeMembers.IsFlag(name) => member,
        _ => null,
    };

    private static IOperation? RoleIn(IOperation side, IOperation other)
    {
        var isPrivileged = other.Unwrap() switch
        {
            { ConstantValue: { HasValue: true, Value: string text } } => PrivilegeNames.IsAdminFlag(PlainName.Of(text)) || text is "true" or "1",
            { ConstantValue: { HasValue: true, Value: true } } => true,
            IFieldReferenceOperation { Field.Name: var name } => PrivilegeNames.IsAdminFlag(PlainName.Of(name)),
            _ => false,
        };
        return isPrivileged && ValueForm.Peel(side) is var value && NameOf(value) is { } said && PrivilegeMembers.IsPrivilege(said) ? value : null;
    }

    /// <summary>The name of a member or parameter, or the constant key of <c>Request.Headers["X-Role"]</c> without its prefix.</summary>
    private static string? NameOf(IOperation value) => value switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } arguments } => arguments[0].Value.ConstantValue is { HasValue: true, Value: string key } ? string.Concat(key.Split('-').Where(static word => word is not ("X" or "x"))) : null,
        IMemberReferenceOperation member => member.Member.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        ILocalReferenceOperation local => local.Local.Name,
        _ => null,
    };

    /// <summary>A page that looks different, a line in the log, a narrower list or a constant text is no privilege.</summary>
    private static bool IsForShow(IOperation branch)
    {
        if (branch.Unwrap() is { ConstantValue: { HasValue: true, Value: var value } })
            return value is not string text || !PrivilegeNames.IsAdminFlag(PlainName.Of(text));
        var calls = FunctionBody.Operations(branch).OfType<IInvocationOperation>().ToList();
        return calls.Count > 0 && calls.All(static call => IsForShow(call.TargetMethod.Name));
    }

    private static bool IsForShow(string name) =>
        name is "View" or "Page" or "PartialView" or "Where" or "AddModelError" || name.StartsWith("OrderBy", StringComparison.Ordinal) ||
        name.StartsWith("Redirect", StringComparison.Ordinal) || name.StartsWith("Log", StringComparison.Ordinal) || name.StartsWith("Write", StringComparison.Ordinal);

    private static bool IsRoleType(IOperation type) =>
        type.Unwrap() is IFieldReferenceOperation { Field: { Name: "Role", ContainingType.Name: "ClaimTypes" } } || (type.ConstantValue is { HasValue: true, Value: string text } && PlainName.Of(text) is "role" or "roles" or "permission" or "permissions" or "isadmin" or "admin");

    private static bool IsCollection(ITypeSymbol? type) =>
        type is IArrayTypeSymbol || (type is INamedTypeSymbol { Arity: > 0, SpecialType: not SpecialType.System_String } && type.SequenceElement() is not null);
}
