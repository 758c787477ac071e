using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Endpoints.Authorization;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.Vocabulary;

/// <summary>
/// Code that only privileged callers reach: under an authorization attribute with a role, a policy or a permission, or in a handler whose
/// mapping requires a policy. A bare <c>[Authorize]</c> says who somebody is and not what they may do.
/// </summary>
internal static class PrivilegedScope
{
    /// <summary>Whether an operation runs for privileged callers only: by attributes, or by all that applies to the endpoint around it (groups, conventions, base types).</summary>
    public static bool Contains(IOperation operation, ISymbol member, KnownTypes types, OwnershipVocabulary vocabulary) =>
        Contains(member, vocabulary) || Contains(FunctionBody.Of(operation), vocabulary) ||
        (EndpointAround(operation, member, types) is { } endpoint && EndpointAuthorization.Of(types).For(endpoint).IsPrivileged(vocabulary.PrivilegedRoles));

    /// <summary>Whether the member or one of its types demands a privilege.</summary>
    public static bool Contains(ISymbol member, OwnershipVocabulary vocabulary)
    {
        for (var symbol = member; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (Demands(symbol.GetAttributes(), vocabulary))
                return true;
            if (symbol is INamedTypeSymbol type && type.SelfAndBaseTypes().Skip(1).Any(ancestor => Demands(ancestor.GetAttributes(), vocabulary)))
                return true;
        }

        return false;
    }

    /// <summary>Whether the function is a lambda that is mapped with a policy: <c>MapGet(…, () => …).RequireAuthorization("admin")</c>.</summary>
    public static bool Contains(IOperation function, OwnershipVocabulary vocabulary)
    {
        for (var current = function; current is not null; current = current.Parent)
        {
            if (current is not IInvocationOperation { TargetMethod.Name: "RequireAuthorization" } call)
                continue;
            if (call.Arguments.Any(argument => argument is { Parameter.Ordinal: > 0, ArgumentKind: not ArgumentKind.DefaultValue } && !IsEmptyArray(argument.Value)))
                return true;
        }

        return function is IAnonymousFunctionOperation lambda && Demands(lambda.Symbol.GetAttributes(), vocabulary);
    }

    private static IMethodSymbol? EndpointAround(IOperation operation, ISymbol member, KnownTypes types)
    {
        var endpoints = EntryPoints.Of(types);
        for (var function = FunctionBody.Of(operation); ; function = FunctionBody.Of(function.Parent))
        {
            if (FunctionBody.SymbolOf(function, member) is { } symbol && endpoints.KindOf(symbol) is not null)
                return symbol;
            if (function.Parent is null)
                return null;
        }
    }

    private static bool IsEmptyArray(IOperation value) =>
        value is IArrayCreationOperation { Initializer.ElementValues.Length: 0 } or IArrayCreationOperation { Initializer: null };

    private static bool Demands(ImmutableArray<AttributeData> attributes, OwnershipVocabulary vocabulary) =>
        attributes.Any(attribute => attribute.AttributeClass is { } type && Demands(attribute, type, vocabulary));

    private static bool Demands(AttributeData attribute, INamedTypeSymbol type, OwnershipVocabulary vocabulary)
    {
        if (type.Name != "AuthorizeAttribute")
            return PlainName.ContainsAny(PlainName.Of(type.Name), ["permission", "admin", "requirerole", "hasrole", "privilege", "requirepolicy", "requiresclaim", "requireclaim"]);
        if (attribute.ConstructorArguments.Any(argument => argument is { IsNull: false, Kind: not TypedConstantKind.Array }))
            return true;
        foreach (var named in attribute.NamedArguments)
        {
            if (named.Key == "Policy")
                return true;
            if (named is { Key: "Roles", Value.Value: string roles } && AreAllPrivileged(roles, vocabulary))
                return true;
        }

        return false;
    }

    private static bool AreAllPrivileged(string roles, OwnershipVocabulary vocabulary) =>
        vocabulary.PrivilegedRoles.IsEmpty || roles.Split(',').All(role => vocabulary.PrivilegedRoles.Contains(role.Trim()));
}
