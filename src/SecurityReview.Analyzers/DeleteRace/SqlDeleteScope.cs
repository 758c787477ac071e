using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Composition;

namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>What SQL text deletes, if it is a DELETE and nothing else.</summary>
internal sealed class SqlDeleteScope(TableEntities entities, EntityKeys keys)
{
    private const string Id = "id";

    /// <summary>Reads the text that an expression gives; null if it is no single DELETE, or not readable.</summary>
    public DeleteScope? Of(IOperation text, CancellationToken cancellation)
    {
        if (Read(text, cancellation) is not { } sql || sql.Text.IndexOf("DELETE", StringComparison.OrdinalIgnoreCase) < 0)
            return null;
        if (SqlStatementReader.Read(SqlTokenizer.Tokenize(sql, SqlDialect.Unknown)).Length != 1)
            return null;
        var deletes = SqlDeleteReader.ReadAll(sql, SqlDialect.Unknown);
        if (deletes.Length != 1 || deletes[0].Table is not { } table)
            return null;
        var entity = entities.Find(table.Last);
        return new DeleteScope(entity?.Name ?? table.Last, IsSingleRow(deletes[0], table.Last, entity), table.Last);
    }

    private static SqlText? Read(IOperation text, CancellationToken cancellation)
    {
        if (text.ConstantValue is { HasValue: true, Value: string constant })
            return SqlText.Constant(constant);
        return text.Syntax is ExpressionSyntax expression && text.SemanticModel is { } model
            ? SqlComposition.Read(expression, model, SqlDialect.Unknown, SqlVerb.Delete, cancellation)?.Text.Sql
            : null;
    }

    private bool IsSingleRow(SqlDelete delete, string table, ITypeSymbol? entity)
    {
        if (delete.HasJoin || delete.HasUsing || delete.Equalities.IsEmpty)
            return false;
        var columns = delete.Equalities.Select(equality => equality.Column.Last).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        return entity is null
            ? columns.Any(column => IsKeyByName(column, table))
            : keys.Of(entity).Any(key => key.All(member => columns.Contains(entities.ColumnOf(entity, member))));
    }

    /// <summary><c>id</c>, or <c>user_id</c> of the table <c>users</c>.</summary>
    private static bool IsKeyByName(string column, string table)
    {
        var name = Plain(column);
        return name == Id || SingularsOf(Plain(table)).Any(singular => name == singular + Id);
    }

    private static string Plain(string name) => name.Replace("_", "").ToLowerInvariant();

    private static IEnumerable<string> SingularsOf(string table)
    {
        yield return table;
        if (table.EndsWith("ies", StringComparison.Ordinal))
            yield return table.Substring(0, table.Length - 3) + "y";
        if (table.EndsWith("es", StringComparison.Ordinal))
            yield return table.Substring(0, table.Length - 2);
        if (table.EndsWith("s", StringComparison.Ordinal))
            yield return table.Substring(0, table.Length - 1);
    }
}
