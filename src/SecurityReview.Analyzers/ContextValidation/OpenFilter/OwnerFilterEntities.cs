using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.ContextValidation.OpenFilter;

/// <summary>Entities that the model filters by their owner; filters of deleted or archived rows are of no concern. One per compilation.</summary>
internal sealed class OwnerFilterEntities
{
    private readonly Lazy<ImmutableArray<(ITypeSymbol? Entity, ImmutableHashSet<string> Names)>> _filters;

    private OwnerFilterEntities(KnownTypes types) => _filters = new(() => Read(types));

    public static OwnerFilterEntities Of(KnownTypes types) => types.Fact(static key => new OwnerFilterEntities(key));

    /// <summary>Whether an entity is filtered by an ownership key.</summary>
    public bool Contain(ITypeSymbol entity, OwnershipVocabulary vocabulary) =>
        _filters.Value.Any(filter => IsFor(filter.Entity, entity) && filter.Names.Any(name => OwnershipKeys.IsWithEvidence(name, vocabulary.Keys)));

    /// <summary>A filter that a loop or convention sets may be for any entity.</summary>
    private static bool IsFor(ITypeSymbol? filtered, ITypeSymbol entity) =>
        filtered is null || entity.SelfAndBaseTypes().Concat(entity.AllInterfaces).Contains(filtered, SymbolEqualityComparer.Default);

    private static ImmutableArray<(ITypeSymbol?, ImmutableHashSet<string>)> Read(KnownTypes types)
    {
        var filters = ImmutableArray.CreateBuilder<(ITypeSymbol?, ImmutableHashSet<string>)>();
        foreach (var call in NamedCalls.In(types.Compilation, ["HasQueryFilter", "SetQueryFilter"]))
        {
            var receiver = ((MemberAccessExpressionSyntax)call.Expression).Expression;
            var type = ForeignModels.Of(types.Compilation, call.SyntaxTree).GetTypeInfo(receiver).Type as INamedTypeSymbol;
            var entity = type is { Name: "EntityTypeBuilder", Arity: 1 } && type.TypeArguments[0] is not ITypeParameterSymbol ? type.TypeArguments[0] : null;
            // What builds the expression of a general filter stands around the call.
            SyntaxNode said = entity is null ? call.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? (SyntaxNode)call : call.ArgumentList;
            filters.Add((entity, said.DescendantTokens().Select(static token => token.ValueText).ToImmutableHashSet(StringComparer.Ordinal)));
        }

        return filters.ToImmutable();
    }
}
