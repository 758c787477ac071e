using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>Entities whose rows have a version that Entity Framework compares when it writes them. One per compilation.</summary>
internal sealed class ConcurrencyTokens
{
    private static readonly string[] s_configurations = ["IsRowVersion", "IsConcurrencyToken", "UseXminAsConcurrencyToken"];
    private static readonly string[] s_attributes =
        ["System.ComponentModel.DataAnnotations.TimestampAttribute", "System.ComponentModel.DataAnnotations.ConcurrencyCheckAttribute"];

    private readonly KnownTypes _types;
    private readonly Lazy<(HashSet<ITypeSymbol> Entities, bool IsGeneral)> _configured;

    private ConcurrencyTokens(KnownTypes types)
    {
        _types = types;
        _configured = new(Read);
    }

    public static ConcurrencyTokens Of(KnownTypes types) => types.Fact(static key => new ConcurrencyTokens(key));

    /// <summary>Whether the rows of an entity may have a version: also where a loop or convention gives one to entities that nobody names.</summary>
    public bool Guard(ITypeSymbol entity) => _configured.Value.IsGeneral || IsKnown(entity);

    /// <summary>Whether the rows of an entity certainly have a version.</summary>
    public bool IsKnown(ITypeSymbol entity) => MemberOf(entity) is not null || entity.SelfAndBaseTypes().Concat(entity.AllInterfaces).Any(_configured.Value.Entities.Contains);

    /// <summary>The member that an attribute makes the version; null if none does.</summary>
    public IPropertySymbol? MemberOf(ITypeSymbol entity) =>
        entity.SelfAndBaseTypes().SelectMany(static type => type.GetMembers().OfType<IPropertySymbol>())
            .FirstOrDefault(property => s_attributes.Any(attribute => property.HasAttribute(_types[attribute])));

    private (HashSet<ITypeSymbol> Entities, bool IsGeneral) Read()
    {
        var entities = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var isGeneral = false;
        foreach (var call in NamedCalls.In(_types.Compilation, s_configurations))
        {
            if (EntityOf(call) is { } entity)
                entities.Add(entity);
            else
                isGeneral = true;
        }

        return (entities, isGeneral);
    }

    /// <summary>The entity of the builder at the start of <c>entity.Property(x => x.Version).IsRowVersion()</c>.</summary>
    private ITypeSymbol? EntityOf(InvocationExpressionSyntax call)
    {
        var model = ForeignModels.Of(_types.Compilation, call.SyntaxTree);
        for (ExpressionSyntax? current = call; current is not null; current = Receiver(current))
        {
            if (model.GetTypeInfo(current).Type is INamedTypeSymbol { Name: "EntityTypeBuilder" or "EntityTypeConfiguration", Arity: 1 } builder)
                return builder.TypeArguments[0] is ITypeParameterSymbol ? null : builder.TypeArguments[0];
        }

        return null;
    }

    private static ExpressionSyntax? Receiver(ExpressionSyntax expression) =>
        expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } ? member.Expression : null;
}
