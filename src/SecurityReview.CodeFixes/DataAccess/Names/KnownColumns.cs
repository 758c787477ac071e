using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.CodeFixes.DataAccess.Names;

/// <summary>The columns that a query can name: those of its SELECT list, else those of the entity that its rows become.</summary>
internal sealed class KnownColumns(SqlComposition composition, SemanticModel model, CancellationToken cancellation)
{
    private const int MaximalCount = 30;

    /// <summary>What a caller may write, in small letters, and the column that is meant; empty where none is known.</summary>
    /// <param name="text">The expression of the text: an argument of the call that knows the entity.</param>
    public ImmutableSortedDictionary<string, string> Of(ExpressionSyntax text)
    {
        var columns = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        // Which of several statements a place belongs to is not asked.
        if (HasSeveralStatements())
            return columns.ToImmutable();
        foreach (var column in Selected().DefaultIfEmpty().SelectMany(column => column is null ? OfEntity(text) : [column]).Take(MaximalCount))
        {
            columns[column.ToLowerInvariant()] = column;
            // u.Name: callers know the column by its own name.
            var own = column.Substring(column.LastIndexOf('.') + 1);
            if (!columns.ContainsKey(own.ToLowerInvariant()))
                columns[own.ToLowerInvariant()] = column;
        }

        return columns.ToImmutable();
    }

    private bool HasSeveralStatements()
    {
        var tokens = SqlTokenizer.Tokenize(composition.Text.Sql, composition.Dialect);
        return tokens.SkipWhile(static token => !token.Is("SELECT")).SkipWhile(static token => !token.IsMark(";")).Any(static token => token.Is("SELECT"));
    }

    /// <summary>The plain columns and the aliases of the first SELECT list.</summary>
    private List<string> Selected()
    {
        var tokens = SqlTokenizer.Tokenize(composition.Text.Sql, composition.Dialect).Where(token => token.Kind != SqlTokenKind.Comment).ToImmutableArray();
        var start = SqlTokens.IndexOfKeyword(tokens, 0, tokens.Length, "SELECT") + 1;
        var end = start == 0 ? -1 : SqlTokens.IndexOfKeyword(tokens, start, tokens.Length, "FROM");
        var columns = new List<string>();
        for (var index = start; index < end; index++)
        {
            if (tokens[index].Is("DISTINCT"))
                continue;
            var next = index;
            if (SqlTokens.ReadName(tokens, ref next, end, composition.Text.Sql) is not null && (next == end || tokens[next].IsMark(",")))
                columns.Add(string.Concat(tokens.Skip(index).Take(next - index).Select(token => token.Text)));
            var depth = 0;
            while (next < end && !(depth == 0 && tokens[next].IsMark(",")))
            {
                depth += SqlTokens.Step(tokens[next]);
                if (depth == 0 && tokens[next].Is("AS") && next + 1 < end && tokens[next + 1].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedIdentifier)
                    columns.Add(tokens[next + 1].Text);
                next++;
            }

            index = next;
        }

        return columns;
    }

    private IEnumerable<string> OfEntity(ExpressionSyntax text)
    {
        if (text.FirstAncestorOrSelf<ArgumentSyntax>()?.Parent?.Parent is not InvocationExpressionSyntax call || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol { IsGenericMethod: true } method)
            return [];
        var entity = method.TypeArguments.OfType<INamedTypeSymbol>().FirstOrDefault(static type => type is { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } && type.HasSource());
        return entity?.SelfAndBaseTypes().Reverse().SelectMany(static type => type.GetMembers()).OfType<IPropertySymbol>().Where(IsColumn).Select(NameOf).Distinct() ?? [];
    }

    private static bool IsColumn(IPropertySymbol property) =>
        property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, SetMethod: not null }
        && !property.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "NotMappedAttribute")
        && (property.Type.IsValueType || property.Type.SpecialType == SpecialType.System_String);

    private static string NameOf(IPropertySymbol property) =>
        property.GetAttributes().FirstOrDefault(static attribute => attribute.AttributeClass?.Name == "ColumnAttribute")?.ConstructorArguments.FirstOrDefault().Value as string ?? property.Name;
}
