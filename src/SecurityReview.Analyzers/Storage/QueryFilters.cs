using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Storage;

/// <summary>Entities whose queries the model restricts: there a query without a condition has one. One per compilation.</summary>
internal sealed class QueryFilters
{
    private readonly Lazy<(ImmutableHashSet<ITypeSymbol> Entities, bool IsGeneral)> _filters;

    private QueryFilters(KnownTypes types) => _filters = new(() => Read(types));

    public static QueryFilters Of(KnownTypes types) => types.Fact(static key => new QueryFilters(key));

    /// <summary>Whether queries of an entity are restricted; a filter that a loop or convention sets may be for any of them.</summary>
    public bool Restrict(ITypeSymbol entity) =>
        _filters.Value.IsGeneral || entity.SelfAndBaseTypes().Concat(entity.AllInterfaces).Any(_filters.Value.Entities.Contains);

    private static (ImmutableHashSet<ITypeSymbol> Entities, bool IsGeneral) Read(KnownTypes types)
    {
        var entities = ImmutableHashSet.CreateBuilder<ITypeSymbol>(SymbolEqualityComparer.Default);
        var isGeneral = false;
        foreach (var call in NamedCalls.In(types.Compilation, ["HasQueryFilter", "SetQueryFilter"]))
        {
            var receiver = ((MemberAccessExpressionSyntax)call.Expression).Expression;
            var type = ForeignModels.Of(types.Compilation, call.SyntaxTree).GetTypeInfo(receiver).Type as INamedTypeSymbol;
            if (type is { Name: "EntityTypeBuilder", Arity: 1 } && type.TypeArguments[0] is not ITypeParameterSymbol)
                entities.Add(type.TypeArguments[0]);
            else
                isGeneral = true;
        }

        return (entities.ToImmutable(), isGeneral);
    }
}
