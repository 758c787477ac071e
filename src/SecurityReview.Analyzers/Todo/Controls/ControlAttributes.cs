using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Todo.Controls;

/// <summary>The attributes that keep callers out. Own ones that derive from the framework's count.</summary>
internal sealed class ControlAttributes
{
    private const string Suffix = "Attribute";

    private static readonly string[] s_authorization =
    [
        "Microsoft.AspNetCore.Authorization.AuthorizeAttribute",
        "Microsoft.AspNetCore.Authorization.IAuthorizeData",
        "Microsoft.AspNetCore.Mvc.Filters.IAuthorizationFilter",
        "Microsoft.AspNetCore.Mvc.Filters.IAsyncAuthorizationFilter",
        "System.Web.Mvc.AuthorizeAttribute",
        "System.Web.Http.AuthorizeAttribute",
    ];

    private static readonly string[] s_antiforgery =
    [
        "Microsoft.AspNetCore.Mvc.ValidateAntiForgeryTokenAttribute",
        "Microsoft.AspNetCore.Mvc.AutoValidateAntiforgeryTokenAttribute",
        "Microsoft.AspNetCore.Antiforgery.RequireAntiforgeryTokenAttribute",
        "System.Web.Mvc.ValidateAntiForgeryTokenAttribute",
    ];

    private readonly ImmutableArray<INamedTypeSymbol> _authorization;
    private readonly ImmutableArray<INamedTypeSymbol> _antiforgery;

    private ControlAttributes(KnownTypes types)
    {
        _authorization = s_authorization.Select(name => types[name]).OfType<INamedTypeSymbol>().ToImmutableArray();
        _antiforgery = s_antiforgery.Select(name => types[name]).OfType<INamedTypeSymbol>().ToImmutableArray();
    }

    public static ControlAttributes Of(KnownTypes types) => types.Fact(static known => new ControlAttributes(known));

    /// <summary>Whether an attribute that stands in a comment is a control.</summary>
    public bool IsControl(AttributeSyntax attribute, SemanticModel model, int position) =>
        TypeOf(attribute, model, position) is { } type && (IsAuthorization(type) || IsAntiforgery(type));

    /// <summary>Whether active attributes say the same, or the opposite on purpose.</summary>
    public bool IsReplaced(AttributeSyntax attribute, SyntaxNode owner, SemanticModel model, CancellationToken cancellation)
    {
        var symbol = owner is LambdaExpressionSyntax ? model.GetSymbolInfo(owner, cancellation).Symbol : model.GetDeclaredSymbol(owner, cancellation);
        if (symbol is null || TypeOf(attribute, model, owner.SpanStart) is not { } type)
            return true;
        var isAuthorization = IsAuthorization(type);
        if (symbol.GetAttributes().Any(data => IsSameOrOpposite(data, isAuthorization)))
            return true;
        // What the type asks of everybody, a member need not ask again; a role or policy of its own is more than that.
        var hasOwnTerms = attribute.ArgumentList is { Arguments.Count: > 0 };
        return !hasOwnTerms && Around(symbol).Any(outer => outer.GetAttributes().Any(data => IsSame(data, isAuthorization)));
    }

    private static IEnumerable<ITypeSymbol> Around(ISymbol symbol) =>
        symbol is INamedTypeSymbol type ? type.SelfAndBaseTypes().Skip(1) : symbol.ContainingType?.SelfAndBaseTypes() ?? [];

    private bool IsSameOrOpposite(AttributeData data, bool isAuthorization) =>
        IsSame(data, isAuthorization) || data.AttributeClass?.Name == (isAuthorization ? "AllowAnonymousAttribute" : "IgnoreAntiforgeryTokenAttribute");

    private bool IsSame(AttributeData data, bool isAuthorization) =>
        data.AttributeClass is { } type && (isAuthorization ? IsAuthorization(type) : IsAntiforgery(type));

    private bool IsAuthorization(INamedTypeSymbol type) => _authorization.Any(type.IsOrInherits);

    private bool IsAntiforgery(INamedTypeSymbol type) => _antiforgery.Any(type.IsOrInherits);

    /// <summary>The type that the name means at a place; a framework's name means its type also where its using directive went with the attribute.</summary>
    private INamedTypeSymbol? TypeOf(AttributeSyntax attribute, SemanticModel model, int position)
    {
        var name = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return Find(name + Suffix) ?? Find(name);

        INamedTypeSymbol? Find(string candidate) =>
            model.LookupNamespacesAndTypes(position, name: candidate).OfType<INamedTypeSymbol>().FirstOrDefault() ??
            _authorization.Concat(_antiforgery).FirstOrDefault(type => type.Name == candidate);
    }
}
