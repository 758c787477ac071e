using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.Vocabulary;

/// <summary>Recognises values that say who the authenticated caller is.</summary>
internal static class CallerIdentity
{
    private const int MaximumAliases = 4;

    private static readonly string[] s_callerPrefixes =
        ["current", "loggedin", "loggedon", "signedin", "authenticated", "calling", "caller", "acting", "requesting", "requestor", "requester"];

    private static readonly string[] s_callerNouns =
        ["", "user", "tenant", "organization", "organisation", "org", "customer", "account", "member", "employee"];

    /// <summary>The identity that an operation's value is; null where it is none.</summary>
    public static CallerValue? Read(IOperation operation, OwnershipVocabulary vocabulary) => Read(operation, vocabulary, MaximumAliases);

    private static CallerValue? Read(IOperation operation, OwnershipVocabulary vocabulary, int aliases)
    {
        var value = ValueForm.Peel(operation);
        switch (value)
        {
            case ILocalReferenceOperation local:
                if (aliases > 0 && SingleAssignment.ValueOf(local.Local, local) is { } assigned && Read(assigned, vocabulary, aliases - 1) is { } alias)
                    return alias;
                return IsNamedAfterCaller(local.Local.Name) ? new CallerValue(value, null) : null;
            case IParameterReferenceOperation parameter:
                return IsNamedAfterCaller(parameter.Parameter.Name) ? new CallerValue(value, null) : null;
            case IPropertyReferenceOperation { Instance: IInstanceReferenceOperation } own when aliases > 0 && OwnMembers.ValueOf(own) is { } given && Read(given, vocabulary, aliases - 1) is not null:
                return new CallerValue(value, own.Instance);
            case IMemberReferenceOperation { Member: IPropertySymbol { IsIndexer: false } or IFieldSymbol } member:
                return IsCallerMember(member.Member, ReceiverOf(member), vocabulary) ? new CallerValue(value, ReceiverOf(member)) : null;
            case IInvocationOperation call:
                return IsCallerCall(call, vocabulary) ? new CallerValue(value, call.Receiver()) : null;
            default:
                return null;
        }
    }

    /// <summary>Whether an operation is itself the caller: a context or a principal.</summary>
    public static bool IsCaller(IOperation? operation, OwnershipVocabulary vocabulary)
    {
        if (operation is IConditionalAccessInstanceOperation instance)
            operation = instance.ConditionalReceiver();
        if (operation?.Unwrap() is not { } value)
            return false;
        return IsPrincipal(value.Type) || vocabulary.IsContext(value.Type, NameOf(value)) || IsUserOfContext(value, vocabulary);
    }

    /// <summary>Whether an object is the caller's own record, looked up by the principal: its keys are the caller's.</summary>
    public static bool IsCallersRecord(IOperation operation)
    {
        if (PlainName.Of(NameOf(operation)) is "currentuser" or "loggedinuser" or "authenticateduser" or "me")
            return true;
        return operation is ILocalReferenceOperation local && SingleAssignment.ValueOf(local.Local, local) is { } value
            && ValueForm.Peel(value) is IInvocationOperation { TargetMethod: { Name: "GetUserAsync" or "GetUser" or "GetCurrentUser" or "GetCurrentUserAsync" } };
    }

    /// <summary>Whether a type is the framework's own idea of a caller.</summary>
    public static bool IsPrincipal(ITypeSymbol? type) =>
        type is not null && (type.Name is "ClaimsPrincipal" or "IPrincipal" or "ClaimsIdentity" or "IIdentity" or "GenericPrincipal"
            || type.SelfAndBaseTypes().Any(current => current.Name is "ClaimsPrincipal" && current.ContainingNamespace.IsNamed("System", "Security", "Claims")));

    private static bool IsCallerMember(ISymbol member, IOperation? receiver, OwnershipVocabulary vocabulary)
    {
        if (IsNamedAfterCaller(member.Name))
            return true;
        if (receiver?.Type is not { } type)
            return false;
        if (IsPrincipal(type))
            return member.Name == "Name";
        if (vocabulary.IsContext(type, NameOf(receiver)))
            return (ContextTraitReader.OfMember(member, type) & ContextTraits.Keys) != 0 || OwnershipKeys.IsWithEvidence(member.Name, vocabulary.Keys);
        return IsUserOfContext(receiver, vocabulary) &&
            (PlainName.Of(member.Name) == "id" || OwnershipKeys.IsWithEvidence(member.Name, vocabulary.Keys));
    }

    /// <summary><c>context.User</c>, <c>accessor.CurrentUser</c>: the caller as an object within its context.</summary>
    private static bool IsUserOfContext(IOperation operation, OwnershipVocabulary vocabulary) =>
        operation is IMemberReferenceOperation { Member: var member } reference && PlainName.Of(member.Name) switch
        {
            "currentuser" or "loggedinuser" or "authenticateduser" or "currentcaller" => true,
            "user" or "caller" or "principal" or "actor" => ReceiverOf(reference) is { } outer && vocabulary.IsContext(outer.Type, NameOf(outer)),
            _ => false,
        };

    private static bool IsCallerCall(IInvocationOperation call, OwnershipVocabulary vocabulary)
    {
        var method = call.TargetMethod;
        var plain = PlainName.OfRead(method.Name);
        if (method.ContainingType is { Name: "UserManager" })
            return plain is "userid" or "username";
        if (method.ReturnsVoid || !ContextTraitReader.IsKeyType(method.ReturnType) && method.ReturnType.Name != "Claim")
            return false;
        if (call.Receiver() is not { } receiver)
            return IsNamedAfterCaller(plain);
        if (IsPrincipal(receiver.Type))
            return plain.StartsWith("findfirst", StringComparison.Ordinal) || plain.EndsWith("id", StringComparison.Ordinal) || plain.EndsWith("name", StringComparison.Ordinal);
        if (vocabulary.IsContext(receiver.Type, NameOf(receiver)))
            return (ContextTraitReader.OfMember(method, receiver.Type!) & ContextTraits.Keys) != 0;
        return IsNamedAfterCaller(plain);
    }

    /// <summary><c>currentUserId</c>, <c>CallerId</c>: whoever wrote it said whose it is. The current <em>owner</em> is an object's.</summary>
    private static bool IsNamedAfterCaller(string name)
    {
        var plain = PlainName.OfRead(name);
        foreach (var prefix in s_callerPrefixes)
        {
            if (!plain.StartsWith(prefix, StringComparison.Ordinal))
                continue;
            var rest = plain.Substring(prefix.Length);
            if (rest.EndsWith("id", StringComparison.Ordinal) && s_callerNouns.Contains(rest.Substring(0, rest.Length - 2)))
                return rest != "id" || prefix is "caller" or "requestor" or "requester";
            if (rest == "username")
                return true;
        }

        return false;
    }

    private static IOperation? ReceiverOf(IMemberReferenceOperation member) =>
        member.Instance is IConditionalAccessInstanceOperation instance ? instance.ConditionalReceiver()?.Unwrap() : member.Instance?.Unwrap();

    private static string NameOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IMemberReferenceOperation member => member.Member.Name,
        _ => "",
    };
}
