using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Endpoints.Authorization;

/// <summary>What the start-up code of a program tells besides its routes: whether callers are a matter at all, and what else may decide on them. One per compilation.</summary>
internal sealed class StartUpCode
{
    /// <summary>Calls and members by which a program shows that it has authorization. <c>UseAuthorization</c> alone stands in every template.</summary>
    private static readonly string[] s_uses =
    [
        "RequireAuthorization", "AddAuthorization", "AddAuthorizationBuilder", "AddAuthorizationCore", "AddAuthentication", "AuthorizeFilter", "FallbackPolicy", "SetFallbackPolicy",
        "AuthorizeFolder", "AuthorizePage", "AuthorizeAreaFolder", "AuthorizeAreaPage", "IAuthorizationFilter", "IAsyncAuthorizationFilter",
    ];

    /// <summary>Libraries whose set-up is known to decide on no endpoint of the program.</summary>
    private static readonly string[] s_libraries =
        ["Microsoft.", "System.", "Duende", "IdentityServer", "OpenIddict", "Auth0", "Okta", "Keycloak", "FastEndpoints", "AspNet.Security", "Swashbuckle", "NSwag", "Hangfire", "AWS", "Amazon", "Google"];

    private readonly Compilation _compilation;
    private readonly NameIndex _names;
    private readonly Lazy<bool> _usesAuthorization;
    private readonly Lazy<string?> _otherDecision;

    private StartUpCode(Compilation compilation)
    {
        _compilation = compilation;
        _names = NameIndex.Of(compilation);
        _usesAuthorization = new(() => s_uses.Any(Stands) || new[] { "Authorize", "AuthorizeAttribute" }.Any(IsAttribute));
        _otherDecision = new(() => Middleware() ?? Elsewhere());
    }

    public static StartUpCode Of(KnownTypes types) => types.Fact(static known => new StartUpCode(known.Compilation));

    /// <summary>Whether the program says anywhere that callers are told apart.</summary>
    public bool UsesAuthorization => _usesAuthorization.Value;

    /// <summary>What else may turn callers away before an endpoint runs, in words: own middleware, or a set-up in another assembly; null for nothing.</summary>
    public string? OtherDecision => _otherDecision.Value;

    private bool Stands(string name) => _names.IdentifiersOf(name, CancellationToken.None).Any();

    private bool IsAttribute(string name) =>
        _names.IdentifiersOf(name, CancellationToken.None).Any(static token => token.Parent is SimpleNameSyntax { Parent: AttributeSyntax or QualifiedNameSyntax { Parent: AttributeSyntax } });

    /// <summary>Own middleware that answers with 401 or 403, or is called so.</summary>
    private string? Middleware()
    {
        foreach (var call in NamedCalls.In(_compilation, ["UseMiddleware"]))
        {
            var type = ((MemberAccessExpressionSyntax)call.Expression).Name is GenericNameSyntax { TypeArgumentList.Arguments: { Count: > 0 } generic } ? generic[0]
                : call.ArgumentList.Arguments.FirstOrDefault()?.Expression is TypeOfExpressionSyntax typeOf ? typeOf.Type : null;
            if (type is null || ForeignModels.Of(_compilation, call.SyntaxTree).GetTypeInfo(type).Type is not { } middleware || AuthorizationTypes.IsOfFramework(middleware))
                continue;
            if (AuthorizationWords.Speak(middleware.Name) || middleware.DeclaringSyntaxReferences.Any(static reference => Denials.StandIn(reference.GetSyntax())))
                return $"the middleware {middleware.Name}";
        }

        return NamedCalls.In(_compilation, ["Use", "UseWhen"]).Any(IsDenyingLambda) ? "own middleware" : null;
    }

    private bool IsDenyingLambda(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Any(static argument => argument.Expression is AnonymousFunctionExpressionSyntax lambda && Denials.StandIn(lambda)) &&
        ForeignModels.Of(_compilation, call.SyntaxTree).GetSymbolInfo(call).Symbol is IMethodSymbol { ContainingType: { } type } && AuthorizationTypes.IsOfFramework(type);

    /// <summary>A call that sets up authorization in an assembly of others: <c>services.AddCompanyAuthorization()</c> may set a fallback policy.</summary>
    private string? Elsewhere()
    {
        foreach (var tree in _compilation.SyntaxTrees)
        {
            var names = TreeNames.Of(tree, CancellationToken.None);
            if (!names.MayHave("IServiceCollection") && !names.MayHave("CreateBuilder") && !names.MayHave("WebApplicationBuilder") && !names.MayHave("IApplicationBuilder") && !names.MayHave("WebApplication"))
                continue;
            foreach (var call in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } && IsSetUp(name)
                    && ForeignModels.Of(_compilation, tree).GetSymbolInfo(call).Symbol is IMethodSymbol { IsExtensionMethod: true } method && !method.HasSource()
                    && method.ContainingAssembly is { Name: var assembly } && !s_libraries.Any(library => assembly.StartsWith(library, StringComparison.Ordinal)))
                {
                    return $"{name} of {assembly}";
                }
            }
        }

        return null;
    }

    private static bool IsSetUp(string name) =>
        (name.StartsWith("Add", StringComparison.Ordinal) || name.StartsWith("Use", StringComparison.Ordinal) || name.StartsWith("Configure", StringComparison.Ordinal)) &&
        (AuthorizationWords.Speak(name) || name.EndsWith("Security", StringComparison.Ordinal));
}
