using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Storage;

/// <summary>Which entity a table holds, as far as the database contexts of a compilation say it. One per compilation.</summary>
internal sealed class TableEntities
{
    private readonly KnownTypes _types;
    private readonly Lazy<ImmutableDictionary<string, ITypeSymbol?>> _byTable;

    private TableEntities(KnownTypes types)
    {
        _types = types;
        _byTable = new(Read);
    }

    public static TableEntities Of(KnownTypes types) => types.Fact(static key => new TableEntities(key));

    /// <summary>The entity of a table, by the name of its set, <c>[Table]</c> or <c>ToTable</c>; null if none or several have it.</summary>
    public ITypeSymbol? Find(string table) => _byTable.Value.TryGetValue(table, out var entity) ? entity : null;

    /// <summary>The column of a member: its <c>[Column]</c>, or its name.</summary>
    public string ColumnOf(ITypeSymbol entity, string member) =>
        NameIn(
            entity.SelfAndBaseTypes().SelectMany(type => type.GetMembers(member)).FirstOrDefault(),
            "System.ComponentModel.DataAnnotations.Schema.ColumnAttribute") ?? member;

    private ImmutableDictionary<string, ITypeSymbol?> Read()
    {
        var tables = new Dictionary<string, ITypeSymbol?>(StringComparer.OrdinalIgnoreCase);
        if (_types["Microsoft.EntityFrameworkCore.DbContext"] is not { } context || _types["Microsoft.EntityFrameworkCore.DbSet`1"] is not { } set)
            return ImmutableDictionary<string, ITypeSymbol?>.Empty;
        foreach (var type in Types(_types.Compilation.Assembly.GlobalNamespace).Where(type => type.IsOrInherits(context)))
        {
            foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
            {
                if (property.Type is INamedTypeSymbol { Arity: 1 } named && SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, set))
                    Add(tables, NameIn(named.TypeArguments[0], "System.ComponentModel.DataAnnotations.Schema.TableAttribute") ?? property.Name, named.TypeArguments[0]);
            }
        }

        foreach (var (table, entity) in Renamed())
            Add(tables, table, entity);
        return tables.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A name that two entities have says nothing.</summary>
    private static void Add(Dictionary<string, ITypeSymbol?> tables, string table, ITypeSymbol entity) =>
        tables[table] = tables.TryGetValue(table, out var known) && !SymbolEqualityComparer.Default.Equals(known, entity) ? null : entity;

    /// <summary>The tables in <c>builder.ToTable("name")</c>.</summary>
    private IEnumerable<(string Table, ITypeSymbol Entity)> Renamed()
    {
        if (_types["Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder`1"] is not { } builder)
            yield break;
        foreach (var call in NamedCalls.In(_types.Compilation, ["ToTable"]))
        {
            if (call is { Expression: MemberAccessExpressionSyntax member, ArgumentList.Arguments.Count: > 0 }
                && call.ArgumentList.Arguments[0].Expression is LiteralExpressionSyntax { Token.Value: string table }
                && ForeignModels.Of(_types.Compilation, call.SyntaxTree).GetTypeInfo(member.Expression).Type is INamedTypeSymbol type
                && SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, builder))
            {
                yield return (table, type.TypeArguments[0]);
            }
        }
    }

    private string? NameIn(ISymbol? symbol, string attribute) =>
        symbol?.GetAttributes()
            .FirstOrDefault(data => _types[attribute] is { } type && SymbolEqualityComparer.Default.Equals(data.AttributeClass, type))?
            .ConstructorArguments.FirstOrDefault().Value as string;

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
                yield return type;
            foreach (var nested in Types(member))
                yield return nested;
        }
    }
}
