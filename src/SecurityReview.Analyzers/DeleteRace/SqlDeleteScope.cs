using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Storage;

namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>What SQL text deletes, if it is a DELETE and nothing else.</summary>
internal sealed class SqlDeleteScope(TableEntities entities, EntityKeys keys)
{
    private const string Id = "id";

    /// <summary>What a statement deletes; null if it is no single DELETE.</summary>
    public DeleteScope? Of(StatementText statement)
    {
        if (statement.Sql.Text.IndexOf("DELETE", StringComparison.OrdinalIgnoreCase) < 0)
            return null;
        if (SqlStatementReader.Read(SqlTokenizer.Tokenize(statement.Sql, SqlDialect.Unknown)).Length != 1)
            return null;
        var deletes = SqlDeleteReader.ReadAll(statement.Sql, SqlDialect.Unknown);
        if (deletes.Length != 1 || deletes[0].Table is not { } table)
            return null;
        var entity = entities.Find(table.Last);
        return new DeleteScope(entity?.Name ?? table.Last, IsSingleRow(deletes[0], table.Last, entity), table.Last)
        {
            Entity = entity,
            Values = ValuesOf(deletes[0].Equalities, statement),
            IsWhole = !deletes[0].HasWhere && !deletes[0].HasJoin && !deletes[0].HasUsing && !IsLimited(statement.Sql),
        };
    }

    /// <summary>A delete of some rows, whichever: a table that is emptied piece by piece.</summary>
    private static bool IsLimited(SqlText sql) => SqlTokenizer.Tokenize(sql, SqlDialect.Unknown).Any(token => token.Is("TOP") || token.Is("LIMIT"));

    /// <summary>The columns that are compared for equality, with what each is compared to.</summary>
    public static ImmutableDictionary<string, string> ValuesOf(ImmutableArray<SqlEquality> equalities, StatementText statement)
    {
        var values = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var equality in equalities)
            values[equality.Column.Last] = statement.ValueOf(equality.Operand);
        return values.ToImmutable();
    }

    /// <summary>Whether these columns of a table leave at most one row.</summary>
    public bool Identify(string table, ITypeSymbol? entity, ICollection<string> columns)
    {
        if (columns.Count == 0)
            return false;
        var known = columns.ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        return entity is null
            ? known.Any(column => IsKeyByName(column, table))
            : keys.Of(entity).Any(key => key.All(member => known.Contains(entities.ColumnOf(entity, member))));
    }

    private bool IsSingleRow(SqlDelete delete, string table, ITypeSymbol? entity) =>
        !delete.HasJoin && !delete.HasUsing && Identify(table, entity, delete.Equalities.Select(equality => equality.Column.Last).ToList());

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
