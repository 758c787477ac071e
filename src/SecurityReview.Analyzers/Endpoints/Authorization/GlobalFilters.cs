using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Endpoints.Authorization;

/// <summary>Filters that run for every controller and page: <c>options.Filters.Add(new AuthorizeFilter(policy))</c>. One per compilation.</summary>
internal sealed class GlobalFilters
{
    private readonly KnownTypes _types;
    private readonly DemandReader _reader;
    private readonly Lazy<ImmutableArray<AuthorizationDemand>> _demands;

    private GlobalFilters(KnownTypes types)
    {
        _types = types;
        _reader = new DemandReader(types);
        _demands = new(() => NamedCalls.In(types.Compilation, ["Add", "AddService"]).Where(IsOnFilters).Select(Read).OfType<AuthorizationDemand>().ToImmutableArray());
    }

    public static GlobalFilters Of(KnownTypes types) => types.Fact(static known => new GlobalFilters(known));

    public ImmutableArray<AuthorizationDemand> Demands => _demands.Value;

    /// <summary><c>options.Filters</c>, <c>config.Filters</c>, <c>GlobalFilters.Filters</c>, and the <c>filters</c> that a registering method is given.</summary>
    private static bool IsOnFilters(InvocationExpressionSyntax call) => (call.Expression as MemberAccessExpressionSyntax)?.Expression switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Filters" or "Conventions" } => true,
        IdentifierNameSyntax { Identifier.ValueText: var name } => name.Equals("filters", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private AuthorizationDemand? Read(InvocationExpressionSyntax call)
    {
        var model = ForeignModels.Of(_types.Compilation, call.SyntaxTree);
        var name = ((MemberAccessExpressionSyntax)call.Expression).Name;
        var type = name is GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } generic } ? model.GetTypeInfo(generic[0]).Type
            : call.ArgumentList.Arguments.FirstOrDefault()?.Expression switch
            {
                TypeOfExpressionSyntax type1 => model.GetTypeInfo(type1.Type).Type,
                { } filter => model.GetTypeInfo(filter).Type,
                null => null,
            };
        if (type is null)
            return null;
        var demand = _reader.ReadFilter(type, "for all controllers", call.GetLocation()) ?? OfConvention(type, call);
        if (demand is null || demand.IsOwn || call.ArgumentList.Arguments.FirstOrDefault()?.Expression is not BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments })
            return demand;
        // The policy that the filter is made with.
        return model.GetConstantValue(arguments[0].Expression).Value is string policy
            ? DemandReader.With(demand, Policies.Of(_types).Named(policy))
            : DemandReader.With(demand, PolicyReader.Read(arguments[0].Expression, _types.Compilation));
    }

    /// <summary>An own convention that gives filters to the controllers that it chooses.</summary>
    private static AuthorizationDemand? OfConvention(ITypeSymbol type, InvocationExpressionSyntax call) =>
        type.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax().DescendantTokens().Any(static token => token.ValueText is "AuthorizeFilter" or "AuthorizeAttribute"))
            ? new AuthorizationDemand($"{type.Name} for the controllers that it chooses", call.GetLocation()) { IsOwn = true }
            : null;
}
