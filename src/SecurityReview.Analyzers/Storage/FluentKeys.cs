using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Storage;

/// <summary>The keys that the model configuration of a compilation declares: <c>HasKey</c>, <c>HasAlternateKey</c>, unique indexes.</summary>
internal sealed class FluentKeys
{
    private const string PrimaryKey = "HasKey";
    private const string Index = "HasIndex";

    private static readonly string[] s_keyCalls = [PrimaryKey, "HasAlternateKey", Index];

    private readonly ILookup<(ITypeSymbol Entity, bool IsPrimary), ImmutableHashSet<string>> _keys;

    private FluentKeys(IEnumerable<(ITypeSymbol Entity, bool IsPrimary, ImmutableHashSet<string> Members)> keys) =>
        _keys = keys.ToLookup(key => (key.Entity, key.IsPrimary), key => key.Members, new EntityComparer());

    /// <summary>Reads all files of a compilation; only calls with one of the names are bound.</summary>
    public static FluentKeys Read(KnownTypes types)
    {
        if (types["Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder`1"] is not { } builder)
            return new FluentKeys([]);
        var entities = new ConfiguredEntity(types.Compilation, builder);
        var keys = from call in NamedCalls.In(types.Compilation, s_keyCalls)
                   where NameOf(call) != Index || IsMadeUnique(call)
                   let members = MembersIn(call)
                   where !members.IsEmpty
                   let entity = entities.Of(call)
                   where entity is not null
                   select (entity, NameOf(call) == PrimaryKey, members);
        return new FluentKeys(keys.ToList());
    }

    /// <summary>The primary keys, or the other unique ones, that are declared for an entity.</summary>
    public IEnumerable<ImmutableHashSet<string>> Of(ITypeSymbol entity, bool isPrimary) => _keys[(entity, isPrimary)];

    private static string? NameOf(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax member ? member.Name.Identifier.ValueText : null;

    private static bool IsMadeUnique(InvocationExpressionSyntax call)
    {
        for (SyntaxNode current = call; current.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next }; current = next)
        {
            if (NameOf(next) == "IsUnique")
                return next.ArgumentList.Arguments.Count == 0 || next.ArgumentList.Arguments[0].Expression.IsKind(SyntaxKind.TrueLiteralExpression);
        }

        return false;
    }

    /// <summary>The members in <c>x => x.A</c>, <c>x => new { x.A, x.B }</c> or as names; none where anything else is among them.</summary>
    private static ImmutableHashSet<string> MembersIn(InvocationExpressionSyntax call)
    {
        var expressions = call.ArgumentList.Arguments.Select(argument => argument.Expression).ToList();
        if (expressions.Count == 1 && expressions[0] is LambdaExpressionSyntax { ExpressionBody: { } body })
        {
            expressions = body is AnonymousObjectCreationExpressionSyntax composite
                ? composite.Initializers.Select(initializer => initializer.Expression).ToList()
                : [body];
        }

        var names = expressions.Select(MemberName).ToList();
        return names.Contains(null) ? ImmutableHashSet<string>.Empty : names.OfType<string>().ToImmutableHashSet();
    }

    private static string? MemberName(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax } member => member.Name.Identifier.ValueText,
        LiteralExpressionSyntax { Token.Value: string name } => name,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: { Count: 1 } arguments } => arguments[0].Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
            _ => null,
        },
        PostfixUnaryExpressionSyntax { Operand: var operand } => MemberName(operand),
        _ => null,
    };

    private sealed class EntityComparer : IEqualityComparer<(ITypeSymbol Entity, bool IsPrimary)>
    {
        public bool Equals((ITypeSymbol Entity, bool IsPrimary) x, (ITypeSymbol Entity, bool IsPrimary) y) =>
            x.IsPrimary == y.IsPrimary && SymbolEqualityComparer.Default.Equals(x.Entity, y.Entity);

        public int GetHashCode((ITypeSymbol Entity, bool IsPrimary) obj) => SymbolEqualityComparer.Default.GetHashCode(obj.Entity);
    }
}
