using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.Endpoints.Authorization;

/// <summary>What an attribute says about who may call: those of the framework, what derives from them, and own ones by what they do or are called.</summary>
internal sealed class DemandReader(KnownTypes types)
{
    private readonly AuthorizationTypes _authorization = AuthorizationTypes.Of(types);
    private readonly Policies _policies = Policies.Of(types);

    /// <summary>The demand of an attribute; null where it says nothing of callers.</summary>
    /// <param name="on">What carries it, in words, for <see cref="AuthorizationDemand.Origin"/>.</param>
    public AuthorizationDemand? Read(AttributeData attribute, string on)
    {
        if (attribute.AttributeClass is not { } type)
            return null;
        if (_authorization.Allow(type))
            return At(attribute, on) with { Allows = true };
        if (_authorization.Demand(type))
            return WithTerms(At(attribute, on), type, attribute);
        // Half-typed code, or a missing using directive: who wrote it has decided.
        if (type.TypeKind == TypeKind.Error)
            return AuthorizationWords.Speak(type.Name) ? At(attribute, on) with { IsOwn = true } : null;
        var filter = FilterGivenTo(attribute) ?? type;
        return IsOwnDecision(filter) || IsOwnDecision(type) ? At(attribute, on) with { IsOwn = true, DemandsMore = AuthorizationWords.SpeakOfPrivilege(filter.Name) } : null;
    }

    /// <summary>The demand of a filter or attribute that code makes or names by its type; null where it says nothing of callers.</summary>
    public AuthorizationDemand? ReadFilter(ITypeSymbol filter, string on, Location place)
    {
        var demand = new AuthorizationDemand($"{Short(filter)} {on}", place);
        if (_authorization.Allow(filter))
            return demand with { Allows = true };
        if (_authorization.Demand(filter))
            return demand;
        return IsOwnDecision(filter) ? demand with { IsOwn = true, DemandsMore = AuthorizationWords.SpeakOfPrivilege(filter.Name) } : null;
    }

    /// <summary>A demand with what a policy asks for.</summary>
    public static AuthorizationDemand With(AuthorizationDemand demand, PolicyTerms terms) =>
        demand with { Roles = terms.Roles, DemandsMore = demand.DemandsMore || terms.DemandsMore };

    private AuthorizationDemand WithTerms(AuthorizationDemand demand, INamedTypeSymbol type, AttributeData attribute)
    {
        if (type.Name != "AuthorizeAttribute" && !AuthorizationTypes.IsOfFramework(type))
            demand = demand with { DemandsMore = AuthorizationWords.SpeakOfPrivilege(type.Name) || !attribute.ConstructorArguments.IsEmpty || SetsTerms(type) };
        else if (attribute.ConstructorArguments.Length > 0 && attribute.ConstructorArguments[0].Value is string policy)
            return With(demand, _policies.Named(policy));

        foreach (var named in attribute.NamedArguments)
        {
            if (named is { Key: "Policy", Value.Value: string name })
                return With(demand, _policies.Named(name));
            if (named is { Key: "Roles", Value.Value: string roles })
                return demand with { Roles = RoleNames.Split(roles) };
            if (named.Key == "Users")
                return demand with { DemandsMore = true };
        }

        return demand.DemandsMore ? demand : With(demand, _policies.Default);
    }

    /// <summary>Whether an attribute of the program's own names a role or policy in its code, or adds a requirement.</summary>
    private static bool SetsTerms(INamedTypeSymbol type) =>
        type.AllInterfaces.Any(static item => item.Name is "IAuthorizationRequirement" or "IAuthorizationRequirementData") ||
        type.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax().DescendantNodes().Any(static node =>
            node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "Roles" or "Policy" } } or ConstructorInitializerSyntax { ArgumentList.Arguments.Count: > 0 }));

    /// <summary>An own filter or attribute that runs before others, answers with 401 or 403, or is called so.</summary>
    private bool IsOwnDecision(ITypeSymbol type)
    {
        if (AuthorizationTypes.IsOfFramework(type))
            return false;
        if (_authorization.IsOwnFilter(type) || AuthorizationWords.Speak(type.Name))
            return true;
        return type.AllInterfaces.Any(static item => item.Name is "IFilterMetadata" or "IEndpointFilter" or "IMvcFilter" or "IFilter" or "IActionFilter") &&
            type.DeclaringSyntaxReferences.Any(static reference => Denials.StandIn(reference.GetSyntax()));
    }

    /// <summary>The filter that <c>[TypeFilter(typeof(F))]</c> and <c>[ServiceFilter&lt;F&gt;]</c> run.</summary>
    private static ITypeSymbol? FilterGivenTo(AttributeData attribute) =>
        attribute.AttributeClass is { Name: "TypeFilterAttribute" or "ServiceFilterAttribute" or "MiddlewareFilterAttribute" } type
            ? type.TypeArguments.FirstOrDefault() ?? attribute.ConstructorArguments.Select(static argument => argument.Value).OfType<ITypeSymbol>().FirstOrDefault()
            : null;

    private static AuthorizationDemand At(AttributeData attribute, string on)
    {
        var reference = attribute.ApplicationSyntaxReference;
        var text = reference?.GetSyntax().ToString() ?? Short(attribute.AttributeClass!);
        return new AuthorizationDemand($"[{text}] on {on}", reference is null ? Location.None : Location.Create(reference.SyntaxTree, reference.Span));
    }

    private static string Short(ITypeSymbol type) =>
        type.Name.EndsWith("Attribute", StringComparison.Ordinal) ? type.Name.Substring(0, type.Name.Length - "Attribute".Length) : type.Name;
}
