using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Storage;

/// <summary>Entities whose queries the model restricts: there a query without a condition has one. One per compilation.</summary>
internal sealed class QueryFilters
{
    private const string OfLibrary = "IsMultiTenant";

    private readonly Lazy<ImmutableArray<Filter>> _filters;

    private QueryFilters(KnownTypes types) => _filters = new(() => Read(types));

    public static QueryFilters Of(KnownTypes types) => types.Fact(static key => new QueryFilters(key));

    /// <summary>Whether queries of an entity are restricted; a filter that a loop or convention sets may be for any of them.</summary>
    public bool Restrict(ITypeSymbol entity) => _filters.Value.Any(filter => filter.IsFor(entity));

    /// <summary>Whether queries of an entity give nothing but the rows of an owner, whoever that is: a filter that only hides deleted rows does not, nor one that
    /// lets all rows through where there is no caller.</summary>
    /// <param name="isKey">Whether a name is that of a member that names an owner.</param>
    public bool RestrictToOwner(ITypeSymbol entity, Func<string, bool> isKey) =>
        entity.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "MultiTenantAttribute")
            || _filters.Value.Any(filter => filter.IsFor(entity) && filter.Names(isKey) && !filter.FailsOpen);

    private static ImmutableArray<Filter> Read(KnownTypes types)
    {
        var filters = ImmutableArray.CreateBuilder<Filter>();
        foreach (var call in NamedCalls.In(types.Compilation, ["HasQueryFilter", "SetQueryFilter", OfLibrary]))
        {
            var receiver = ((MemberAccessExpressionSyntax)call.Expression).Expression;
            var type = ForeignModels.Of(types.Compilation, call.SyntaxTree).GetTypeInfo(receiver).Type as INamedTypeSymbol;
            filters.Add(new Filter(type is { Name: "EntityTypeBuilder", Arity: 1 } && type.TypeArguments[0] is not ITypeParameterSymbol ? type.TypeArguments[0] : null, call));
        }

        return filters.ToImmutable();
    }

    /// <param name="Entity">The entity; null where it is set for several.</param>
    /// <param name="Call">The call that sets it.</param>
    private sealed record Filter(ITypeSymbol? Entity, InvocationExpressionSyntax Call)
    {
        /// <summary>What the condition is made of: its lambda, or for one that is made elsewhere the type that sets it.</summary>
        private SyntaxNode Condition =>
            Call.ArgumentList.DescendantNodes().OfType<LambdaExpressionSyntax>().FirstOrDefault() ?? (SyntaxNode?)Call.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? Call;

        public bool FailsOpen => Condition is LambdaExpressionSyntax && Condition.DescendantNodes().OfType<BinaryExpressionSyntax>()
            .Any(static either => either.IsKind(SyntaxKind.LogicalOrExpression) && (IsNullTest(either.Left) || IsNullTest(either.Right)));

        public bool IsFor(ITypeSymbol entity) =>
            Entity is null || entity.SelfAndBaseTypes().Concat(entity.AllInterfaces).Contains(Entity, SymbolEqualityComparer.Default);

        public bool Names(Func<string, bool> isKey) =>
            Call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: OfLibrary }
                || Condition.DescendantTokens().Any(token => (token.IsKind(SyntaxKind.IdentifierToken) || token.IsKind(SyntaxKind.StringLiteralToken)) && isKey(token.ValueText));

        private static bool IsNullTest(ExpressionSyntax side) => side switch
        {
            ParenthesizedExpressionSyntax parenthesized => IsNullTest(parenthesized.Expression),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } equality => equality.Left.IsKind(SyntaxKind.NullLiteralExpression) || equality.Right.IsKind(SyntaxKind.NullLiteralExpression),
            IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } } => true,
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HasValue" } } => true,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsNullOrEmpty" or "IsNullOrWhiteSpace" } } => true,
            _ => false,
        };
    }
}
