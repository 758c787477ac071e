using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>Whether a program knows of callers at all. One that does not has nobody to compare an owner with. One per compilation.</summary>
internal sealed class Callers
{
    private static readonly string[] s_hosts = ["Microsoft.AspNetCore.Http.HttpContext", "System.Web.HttpContext", "Grpc.Core.ServerCallContext"];

    private static readonly string[] s_words =
    [
        "Authorize", "RequireAuthorization", "AddAuthorization", "AddAuthentication", "UseAuthorization", "UseAuthentication", "ClaimsPrincipal", "ClaimTypes", "FindFirst", "FindFirstValue", "IsInRole",
        "UserManager", "IHttpContextAccessor", "AuthorizeAttribute", "IsAuthenticated", "GetUserId",
    ];

    private readonly FoundOnce<bool> _exist;

    private Callers(KnownTypes types) => _exist = new(_ => Find(types));

    public static Callers Of(KnownTypes types) => types.Fact(static key => new Callers(key));

    /// <summary>Whether the code speaks of a principal or of authorization, or declares a type that carries the caller.</summary>
    public bool Exist => _exist.Get(CancellationToken.None);

    /// <summary>Whether remote callers may reach a compilation, by what it refers to.</summary>
    public static bool MayBeRemote(KnownTypes types) => s_hosts.Any(name => types[name] is not null);

    private static bool Find(KnownTypes types)
    {
        var names = NameIndex.Of(types.Compilation);
        if (s_words.Any(word => names.IdentifiersOf(word, CancellationToken.None).Any()))
            return true;
        var contexts = ContextTypes.Of(types);
        return types.Compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>().Any(type => contexts.IsContext(type, "", ImmutableArray<string>.Empty));
    }
}
