using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Endpoints.Authorization;

/// <summary>The policies that the start-up code declares: by name, the default one and the fallback. One per compilation, each read when first asked for.</summary>
internal sealed class Policies
{
    private readonly Compilation _compilation;
    private readonly Lazy<Dictionary<string, PolicyTerms>> _named;
    private readonly Lazy<PolicyTerms> _default;
    private readonly Lazy<AuthorizationDemand?> _fallback;

    private Policies(Compilation compilation)
    {
        _compilation = compilation;
        _named = new(ReadNamed);
        _default = new(() => Given("DefaultPolicy", "SetDefaultPolicy", "AddDefaultPolicy") is { } policy ? PolicyReader.Read(policy, compilation) : PolicyTerms.Plain);
        _fallback = new(ReadFallback);
    }

    public static Policies Of(KnownTypes types) => types.Fact(static known => new Policies(known.Compilation));

    /// <summary>What applies where <c>[Authorize]</c> names no policy.</summary>
    public PolicyTerms Default => _default.Value;

    /// <summary>What applies to endpoints about which nothing else is said; null where that is nothing.</summary>
    public AuthorizationDemand? Fallback => _fallback.Value;

    /// <summary>The policy of a name; one that is declared elsewhere is taken to ask for more.</summary>
    public PolicyTerms Named(string name) => _named.Value.TryGetValue(name, out var terms) ? terms : PolicyTerms.Unknown;

    private Dictionary<string, PolicyTerms> ReadNamed()
    {
        var policies = new Dictionary<string, PolicyTerms>(StringComparer.OrdinalIgnoreCase);
        foreach (var call in NamedCalls.In(_compilation, ["AddPolicy"]))
        {
            if (call.ArgumentList.Arguments.Count < 2)
                continue;
            var model = ForeignModels.Of(_compilation, call.SyntaxTree);
            if (model.GetSymbolInfo(call).Symbol?.ContainingType.Name is not ("AuthorizationOptions" or "AuthorizationBuilder")
                || model.GetConstantValue(call.ArgumentList.Arguments[0].Expression).Value is not string name || policies.ContainsKey(name))
            {
                continue;
            }

            policies.Add(name, PolicyReader.Read(call.ArgumentList.Arguments[1].Expression, _compilation));
        }

        return policies;
    }

    private AuthorizationDemand? ReadFallback()
    {
        if (Given("FallbackPolicy", "SetFallbackPolicy", "AddFallbackPolicy") is not { } policy)
            return null;
        var isDefault = policy is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "DefaultPolicy" };
        var terms = isDefault ? Default : PolicyReader.Read(policy, _compilation);
        return new AuthorizationDemand("the fallback policy", policy.GetLocation()) { Roles = terms.Roles, DemandsMore = terms.DemandsMore };
    }

    /// <summary>The last argument of a call that sets a policy, or what is assigned to the option.</summary>
    private ExpressionSyntax? Given(string property, params string[] calls) =>
        NameIndex.Of(_compilation).IdentifiersOf(property, CancellationToken.None).Select(AssignedAt)
            .Concat(NamedCalls.In(_compilation, calls).Select(static call => call.ArgumentList.Arguments.LastOrDefault()?.Expression))
            .FirstOrDefault(static value => value is not null);

    private static ExpressionSyntax? AssignedAt(SyntaxToken name)
    {
        SyntaxNode? target = name.Parent is { Parent: MemberAccessExpressionSyntax member } && member.Name == name.Parent ? member : name.Parent;
        return target?.Parent is AssignmentExpressionSyntax assignment && assignment.Left == target && !assignment.Right.IsKind(SyntaxKind.NullLiteralExpression) ? assignment.Right : null;
    }
}
