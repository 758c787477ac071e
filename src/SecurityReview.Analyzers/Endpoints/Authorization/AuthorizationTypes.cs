using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Endpoints.Authorization;

/// <summary>The types by which a program says who may call: those of ASP.NET Core and of the classic ASP.NET. One per compilation.</summary>
internal sealed class AuthorizationTypes
{
    private static readonly string[] s_data =
    [
        "Microsoft.AspNetCore.Authorization.IAuthorizeData",
        "System.Web.Mvc.AuthorizeAttribute",
        "System.Web.Http.AuthorizeAttribute",
    ];

    private static readonly string[] s_anonymous =
    [
        "Microsoft.AspNetCore.Authorization.IAllowAnonymous",
        "Microsoft.AspNetCore.Mvc.Authorization.IAllowAnonymousFilter",
        "System.Web.Mvc.AllowAnonymousAttribute",
        "System.Web.Http.AllowAnonymousAttribute",
    ];

    private static readonly string[] s_filters =
    [
        "Microsoft.AspNetCore.Mvc.Filters.IAuthorizationFilter",
        "Microsoft.AspNetCore.Mvc.Filters.IAsyncAuthorizationFilter",
        "System.Web.Mvc.IAuthorizationFilter",
        "System.Web.Http.Filters.IAuthorizationFilter",
    ];

    /// <summary>Filters of the framework that run with the authorization and ask for something else.</summary>
    private static readonly string[] s_otherFilters = ["RequireHttpsAttribute", "ValidateAntiForgeryTokenAttribute", "ValidateInputAttribute", "ChildActionOnlyAttribute"];

    private readonly ImmutableArray<INamedTypeSymbol> _data;
    private readonly ImmutableArray<INamedTypeSymbol> _anonymous;
    private readonly ImmutableArray<INamedTypeSymbol> _filters;
    private readonly INamedTypeSymbol? _authorizeFilter;

    private AuthorizationTypes(KnownTypes types)
    {
        _data = Resolve(types, s_data);
        _anonymous = Resolve(types, s_anonymous);
        _filters = Resolve(types, s_filters);
        _authorizeFilter = types["Microsoft.AspNetCore.Mvc.Authorization.AuthorizeFilter"];
    }

    public static AuthorizationTypes Of(KnownTypes types) => types.Fact(static known => new AuthorizationTypes(known));

    /// <summary>Whether the compilation knows any of them.</summary>
    public bool Exist => !_data.IsEmpty;

    /// <summary>Whether an attribute or filter asks for a caller that is signed in, or for more: <c>AuthorizeAttribute</c> and what derives from it.</summary>
    public bool Demand(ITypeSymbol type) => _data.Any(type.IsOrInherits) || type.IsOrInherits(_authorizeFilter);

    /// <summary>Whether an attribute or filter lets everybody in.</summary>
    public bool Allow(ITypeSymbol type) => _anonymous.Any(type.IsOrInherits);

    /// <summary>Whether a type of the program, or of a library of others, is a filter that runs to decide who may go on.</summary>
    public bool IsOwnFilter(ITypeSymbol type) =>
        _filters.Any(type.IsOrInherits) && !IsOfFramework(type) && !type.SelfAndBaseTypes().Any(static current => s_otherFilters.Contains(current.Name));

    /// <summary>Whether a type comes with the framework: its filters and attributes are known one by one.</summary>
    public static bool IsOfFramework(ITypeSymbol type)
    {
        var name = type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() : "";
        return name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions", StringComparison.Ordinal) ||
            name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
    }

    private static ImmutableArray<INamedTypeSymbol> Resolve(KnownTypes types, string[] names) =>
        names.Select(name => types[name]).OfType<INamedTypeSymbol>().ToImmutableArray();
}
