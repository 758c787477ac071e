using System.Collections.Frozen;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Safe;

public abstract class RepositoryBase<TEntity>(IDbConnection db)
{
    protected virtual string TableName => typeof(TEntity).Name + "s";

    private static readonly string s_columns = string.Join(", ", typeof(TEntity).GetProperties().Select(property => property.Name));

    public IEnumerable<TEntity> All() => db.Query<TEntity>($"SELECT {s_columns} FROM {TableName}");

    public TEntity? Find(int id) => db.QuerySingleOrDefault<TEntity>("SELECT * FROM " + TableName + " WHERE Id = @id", new { id });

    public int Delete(Guid id) => db.Execute($"DELETE FROM {TableName} WHERE Id = '{id}'");
}

public class CustomerRepository(IDbConnection db) : RepositoryBase<Customer>(db)
{
    protected override string TableName => "customers";
}

public class Customer
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}

public class DbSettings
{
    public string Schema { get; set; } = "dbo";
}

public class TenantReports
{
    private const string Columns = "id, name, total";
    private static readonly FrozenSet<string> s_sortable = new[] { "name", "total" }.ToFrozenSet();
    private static readonly Dictionary<string, string> s_map = new(StringComparer.OrdinalIgnoreCase) { ["name"] = "r.name", ["total"] = "r.total" };
    private readonly DbSettings _settings;
    private readonly IDbConnection _db;
    private readonly string _suffix;

    public TenantReports(IDbConnection db, IOptions<DbSettings> settings, bool archived)
    {
        _db = db;
        _settings = settings.Value;
        _suffix = archived ? "_archive" : "";
    }

    public IEnumerable<dynamic> FromSchema() => _db.Query($"SELECT {Columns} FROM {_settings.Schema}.reports");

    public IEnumerable<dynamic> FromArchive() => _db.Query("SELECT * FROM reports" + _suffix);

    public IEnumerable<dynamic> SortedBySet(string sort)
    {
        if (!s_sortable.Contains(sort))
            throw new ArgumentException("Unknown column.", nameof(sort));
        return _db.Query($"SELECT {Columns} FROM reports ORDER BY {sort}");
    }

    public IEnumerable<dynamic> SortedByMap(string sort)
    {
        var column = s_map.TryGetValue(sort, out var known) ? known : "r.id";
        return _db.Query($"SELECT {Columns} FROM reports r ORDER BY {column}");
    }

    public IEnumerable<dynamic> SortedBySwitch(string sort, bool descending) =>
        _db.Query($"SELECT {Columns} FROM reports ORDER BY {ColumnFor(sort)} {(descending ? "DESC" : "ASC")}");

    private static string ColumnFor(string sort) => sort.ToLowerInvariant() switch
    {
        "name" => "name",
        "total" => "total",
        _ => "id",
    };

    public IEnumerable<dynamic> Paged(int page, int size, DateTime since, decimal min) =>
        _db.Query($"SELECT * FROM reports WHERE created > '{since:yyyy-MM-dd}' AND total > {min.ToString(CultureInfo.InvariantCulture)} LIMIT {size} OFFSET {(page - 1) * size}");

    public IEnumerable<dynamic> ByIds(IEnumerable<int> ids) => _db.Query($"SELECT * FROM reports WHERE id IN ({string.Join(",", ids)})");

    public IEnumerable<dynamic> ByGuids(List<Guid> ids) => _db.Query("SELECT * FROM reports WHERE id IN ('" + string.Join("','", ids) + "')");

    public IEnumerable<dynamic> ByNames(IReadOnlyList<string> names)
    {
        var placeholders = names.Select((_, index) => "@p" + index);
        var parameters = new DynamicParameters();
        for (var i = 0; i < names.Count; i++)
            parameters.Add("p" + i, names[i]);
        return _db.Query($"SELECT * FROM reports WHERE name IN ({string.Join(", ", placeholders)})", parameters);
    }

    public DbDataReader ByCodes(DbCommand command, string[] codes)
    {
        var names = new List<string>();
        foreach (var code in codes)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@c" + names.Count;
            parameter.Value = code;
            command.Parameters.Add(parameter);
            names.Add(parameter.ParameterName);
        }

        command.CommandText = "SELECT * FROM reports WHERE code IN (" + string.Join(",", names) + ")";
        return command.ExecuteReader();
    }

    public IEnumerable<dynamic> ByAnyCode(string[] codes) => _db.Query("SELECT * FROM reports WHERE code IN @codes", new { codes });

    public IEnumerable<dynamic> WithQuestionMarks(ICollection<string> codes) =>
        _db.Query($"SELECT * FROM reports WHERE code IN ({string.Join(",", Enumerable.Repeat("?", codes.Count))})", codes);

    public IEnumerable<dynamic> Dynamic(string? name, int? minimum)
    {
        var conditions = new List<string> { "deleted = 0" };
        if (name is not null)
            conditions.Add("name = @name");
        if (minimum is { } least)
            conditions.Add($"total >= {least}");
        return _db.Query("SELECT * FROM reports WHERE " + string.Join(" AND ", conditions), new { name });
    }

    public IEnumerable<dynamic> Built(bool withTotals)
    {
        var sql = new StringBuilder("SELECT id");
        if (withTotals)
            sql.Append(", total");
        sql.AppendLine(" FROM reports").Append("WHERE deleted = 0");
        return _db.Query(sql.ToString());
    }

    public IEnumerable<dynamic> Formatted() => _db.Query(string.Format("SELECT {0} FROM {1}", Columns, nameof(Customer)));

    public int Run(string sql, object? parameters = null) => _db.Execute(sql, parameters);

    public IEnumerable<T> Call<T>(string procedure, object parameters) => _db.Query<T>(procedure, parameters, commandType: CommandType.StoredProcedure);

    public IEnumerable<dynamic> Joined(OrderState state) => _db.Query($"SELECT * FROM orders WHERE state = '{state}' OR state = {(int)state}");

    public enum OrderState { Open, Closed }
}

public class Quoting(NpgsqlConnection connection, NpgsqlCommandBuilder builder, ISqlGenerationHelper helper, DbContext context)
{
    public object? Count(string table)
    {
        using var command = new NpgsqlCommand($"SELECT count(*) FROM {builder.QuoteIdentifier(table)}", connection);
        return command.ExecuteScalar();
    }

    public Task<int> Clear(string table) => context.Database.ExecuteSqlRawAsync("DELETE FROM " + helper.DelimitIdentifier(table));

    public Task<int> ClearMapped<T>() where T : class =>
        context.Database.ExecuteSqlRawAsync($"DELETE FROM {context.Model.FindEntityType(typeof(T))!.GetTableName()}");

    public object? Own(string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM " + QuoteName(table);
        return command.ExecuteScalar();
    }

    private static string QuoteName(string name) => "\"" + name.Replace("\"", "\"\"") + "\"";

    public object? Named(string table)
    {
        using var lookup = new NpgsqlCommand("SELECT quote_ident(@table)", connection);
        lookup.Parameters.AddWithValue("table", table);
        var quoted = (string)lookup.ExecuteScalar()!;
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {quoted}";
        return command.ExecuteScalar();
    }
}

public class AddReports : Migration
{
    private const string Table = "reports";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var role in new[] { "reader", "writer" })
            migrationBuilder.Sql($"GRANT SELECT ON {Table} TO {role}");
    }
}

public interface ICondition
{
    string Sql { get; }

    object Parameters { get; }
}

internal sealed class ActiveOnly : ICondition
{
    public string Sql => "active = 1";

    public object Parameters => new { };
}

internal sealed class NamedLike(string pattern) : ICondition
{
    public string Sql => "name LIKE @pattern";

    public object Parameters => new { pattern };
}

internal static class ConditionRunner
{
    public static IEnumerable<Customer> Find(IDbConnection db, ICondition condition) =>
        db.Query<Customer>("SELECT * FROM customers WHERE " + condition.Sql, condition.Parameters);
}

public static class Schema
{
    private static readonly string[] s_tables = ["customers", "orders"];

    public static void Create(IDbConnection db)
    {
        foreach (var table in s_tables)
            db.Execute($"CREATE TABLE IF NOT EXISTS {table} (id INTEGER PRIMARY KEY)");
        AddIndex(db, "customers", "name");
        AddIndex(db, "orders", nameof(Customer.Id));
    }

    private static void AddIndex(IDbConnection db, string table, string column) =>
        db.Execute($"CREATE INDEX ix_{table}_{column} ON {table} ({column})");

    internal static void Analyze(IDbConnection db) => AnalyzeTable(db, s_tables[0]);

    private static void AnalyzeTable(IDbConnection db, string name) => db.Execute("ANALYZE " + name);
}
