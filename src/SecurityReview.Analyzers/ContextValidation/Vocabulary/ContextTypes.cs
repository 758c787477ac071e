using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Storage;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.Vocabulary;

/// <summary>
/// Which types carry the authenticated caller. Recognised by shape, since every project has its own: at least two of user id, tenant id,
/// admin flag, roles and principal. An owned row of a multi-tenant program has user and tenant too, so entities, transfer objects and
/// records with an identity of their own are none, and the two keys alone need a name that tells.
/// </summary>
internal sealed class ContextTypes
{
    private static readonly string[] s_callerWords =
        ["context", "session", "caller", "principal", "identity", "currentuser", "loggedinuser", "authenticateduser", "actor", "requester",
         "requestor", "credential", "authinfo", "userinfo", "accessor"];

    private static readonly string[] s_dataEndings =
        ["dto", "request", "command", "query", "model", "response", "view", "row", "entity", "event", "message", "input", "form", "payload",
         "options", "settings", "configuration", "filter", "result", "dbcontext", "entry", "builder", "factory", "repository", "controller"];

    private readonly ConcurrentDictionary<ITypeSymbol, ContextTraits> _traits = new(SymbolEqualityComparer.Default);
    private readonly EntityTypes _entities;

    private ContextTypes(EntityTypes entities) => _entities = entities;

    public static ContextTypes Of(KnownTypes types) => types.Fact(known => new ContextTypes(EntityTypes.Of(known)));

    /// <summary>Whether values of the type are the caller.</summary>
    /// <param name="variable">The name of the variable or member that holds the value; it tells where the shape alone does not.</param>
    /// <param name="configured">The names of the option <c>principal_types</c>.</param>
    public bool IsContext(ITypeSymbol? type, string variable, ImmutableArray<string> configured)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } named || named.SpecialType != SpecialType.None)
            return false;
        if (IsListed(named, configured))
            return true;
        var plain = PlainName.Of(named.Name);
        if (PlainName.EndsWithAny(plain, s_dataEndings) || _entities.Contains(named))
            return false;
        var traits = _traits.GetOrAdd(named, ContextTraitReader.Of);
        if (!HasTwo(traits))
            return false;
        if (IsNamedAfterCaller(named) || IsCallerWord(PlainName.Of(variable)))
            return true;
        return (traits & ~ContextTraits.Keys) != 0 && !HasIdentityOfItsOwn(named);
    }

    /// <summary>Whether a list of simple or full names has the type or one of its base types.</summary>
    public static bool IsListed(ITypeSymbol type, ImmutableArray<string> names) =>
        names.Length > 0 && type.SelfAndBaseTypes().Concat(type.AllInterfaces).Any(current => names.Contains(current.Name) || names.Contains(FullName(current)));

    /// <summary>Whether the type is named after whoever calls: <c>RequestContext</c>, <c>ICurrentUser</c>.</summary>
    public static bool IsNamedAfterCaller(ITypeSymbol type) => IsCallerWord(PlainName.Of(type.Name));

    private static bool IsCallerWord(string plain) =>
        plain is "ctx" or "usercontext" or "me" || PlainName.ContainsAny(plain, s_callerWords);

    private static bool HasTwo(ContextTraits traits) => (traits & (traits - 1)) != 0;

    private static bool HasIdentityOfItsOwn(INamedTypeSymbol type) =>
        type.SelfAndBaseTypes().Any(current => current.GetMembers().Any(member =>
            member is IPropertySymbol or IFieldSymbol && PlainName.Of(member.Name) is "id" or "uuid" or "key" or "createdat" or "createdon"));

    private static string FullName(ITypeSymbol type)
    {
        var name = type.Name;
        for (var container = type.ContainingSymbol; container is not null and not INamespaceSymbol { IsGlobalNamespace: true } and not IModuleSymbol; container = container.ContainingSymbol)
            name = container.Name + "." + name;
        return name;
    }
}
