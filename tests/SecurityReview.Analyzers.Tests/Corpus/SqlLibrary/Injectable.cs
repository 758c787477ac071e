using Microsoft.Data.SqlClient;
using Npgsql;
using MySqlConnector;

namespace Injectable;

// Repositories of a class library: who calls them is not known here.

public sealed class TicketRepository(IDbConnection db)
{
    public IEnumerable<Ticket> Search(string term) =>
        db.Query<Ticket>($"SELECT * FROM tickets WHERE subject LIKE '%{term}%'"); // expect SECR1002

    public IEnumerable<Ticket> ByStatuses(IEnumerable<string> statuses)
    {
        var list = string.Join(",", statuses.Select(s => $"'{s}'"));
        return db.Query<Ticket>($"SELECT * FROM tickets WHERE status IN ({list})"); // expect SECR1005
    }

    public IEnumerable<Ticket> Sorted(string column, bool descending)
    {
        var direction = descending ? "DESC" : "ASC";
        return db.Query<Ticket>("SELECT * FROM tickets ORDER BY " + column + " " + direction); // expect SECR1004
    }

    public int Close(string[] codes)
    {
        return db.Execute("UPDATE tickets SET closed = 1 WHERE code IN ('" + string.Join("','", codes) + "')"); // expect SECR1005
    }

    public async Task<int> Count(string where) => await db.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM tickets WHERE " + where); // expect SECR1002

    public record Ticket(int Id, string Subject);
}

public static class BulkDelete
{
    public static int Run(SqlConnection connection, List<string> keys)
    {
        var sql = new StringBuilder("DELETE FROM cache_entries WHERE cache_key IN (");
        for (var i = 0; i < keys.Count; i++)
        {
            if (i > 0)
                sql.Append(", ");
            sql.Append('\'').Append(keys[i]).Append('\'');
        }

        sql.Append(")");
        using var command = new SqlCommand(sql.ToString(), connection); // expect SECR1005
        return command.ExecuteNonQuery();
    }

    public static int Purge(SqlConnection connection, ICollection<string> tenants)
    {
        var inList = "";
        foreach (var tenant in tenants)
            inList += "'" + tenant + "',";
        var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM sessions WHERE tenant IN (" + inList.TrimEnd(',') + ")"; // expect SECR1005
        return command.ExecuteNonQuery();
    }

    public static async Task Drop(NpgsqlConnection connection, IReadOnlyList<string> names)
    {
        var quoted = names.Aggregate("", (all, next) => all.Length == 0 ? "'" + next + "'" : all + ",'" + next + "'");
        await using var command = new NpgsqlCommand(string.Format("DELETE FROM labels WHERE name IN ({0})", quoted), connection); // expect SECR1005
        await command.ExecuteNonQueryAsync();
    }
}

public class ExportService
{
    private readonly DbConnection _connection;

    public ExportService(DbConnection connection) => _connection = connection;

    public string Table { get; set; } = "orders";

    public DbDataReader Open()
    {
        var command = _connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {Table}"; // expect SECR1004
        return command.ExecuteReader();
    }

    public DbDataReader OpenColumns(params string[] columns)
    {
        var command = _connection.CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", columns)} FROM orders"; // expect SECR1004
        return command.ExecuteReader();
    }

    public DbDataReader OpenArchive(string year)
    {
        var command = _connection.CreateCommand();
        command.CommandText = "SELECT * FROM orders_" + year + " WHERE total > 0"; // expect SECR1004
        return command.ExecuteReader();
    }

    public DbDataReader Bracketed(string view)
    {
        var command = _connection.CreateCommand();
        command.CommandText = "SELECT * FROM [" + view + "]"; // expect SECR1004
        return command.ExecuteReader();
    }
}

public abstract class Specification
{
    public abstract string ToSql();
}

public class NameSpecification : Specification
{
    private readonly string _name;

    public NameSpecification(string name) => _name = name;

    public override string ToSql() => "name = '" + _name + "'";
}

public class SpecificationRunner(MySqlConnection connection)
{
    public object? First(Specification specification)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM people WHERE " + specification.ToSql(); // expect SECR1002
        return command.ExecuteScalar();
    }

    public int Rename(PersonChange change)
    {
        using var command = new MySqlCommand("UPDATE people SET name = '" + change.Name.Trim() + "' WHERE id = " + change.Id, connection); // expect SECR1002
        return command.ExecuteNonQuery();
    }
}

public class PersonChange
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}

public class AuditLog(DbContext context)
{
    public Task<int> Write(Exception error, string user)
    {
        var text = error.Message.Replace("'", "''");
        return context.Database.ExecuteSqlRawAsync("INSERT INTO audit (message, who) VALUES ('" + text + "', '" + user + "')"); // expect SECR1002
    }

    public Task<int> RunScript(string path) => context.Database.ExecuteSqlRawAsync(File.ReadAllText(path)); // expect SECR1002

    public Task<int> RunConfigured(Microsoft.Extensions.Configuration.IConfiguration configuration) =>
        context.Database.ExecuteSqlRawAsync(configuration["Maintenance:Sql"]!); // expect SECR1002

    public async Task<List<int>> Second(IDbConnection db)
    {
        var saved = await db.QuerySingleAsync<string>("SELECT filter FROM saved_filters WHERE id = 1");
        return (await db.QueryAsync<int>("SELECT id FROM audit WHERE " + saved)).ToList(); // expect SECR1002
    }
}

public class Pager(IDbConnection db)
{
    public IEnumerable<dynamic> Page(string table, string orderBy, int page, int size)
    {
        var builder = new StringBuilder();
        builder.AppendLine("SELECT *");
        builder.AppendLine("FROM " + table);
        builder.AppendFormat("ORDER BY {0} ", orderBy);
        builder.Append($"OFFSET {page * size} ROWS FETCH NEXT {size} ROWS ONLY");
        return db.Query(builder.ToString()); // expect SECR1004
    }

    public IEnumerable<dynamic> Filtered(string? city, string? street)
    {
        var sql = "SELECT * FROM addresses WHERE 1 = 1";
        if (city != null)
            sql += " AND city = '" + city + "'";
        if (street != null)
            sql += " AND street = '" + street + "'";
        return db.Query(sql); // expect SECR1002
    }

    public IEnumerable<dynamic> In(IEnumerable<string> cities)
    {
        return db.Query("SELECT * FROM addresses WHERE city IN " + Listed(cities)); // expect SECR1005
    }

    private static string Listed(IEnumerable<string> values) => "(" + string.Join(", ", values.Select(value => "'" + value + "'")) + ")";

    public void Truncate(string table) => db.Execute($"TRUNCATE TABLE {table}"); // expect SECR1004

    public IEnumerable<dynamic> Chosen(bool all, string owner)
    {
        string sql;
        if (all)
            sql = "SELECT * FROM items";
        else
            sql = "SELECT * FROM items WHERE owner = '" + owner + "'";
        return db.Query(sql); // expect SECR1002
    }

    public Func<string, int> Deleter() => code => db.Execute("DELETE FROM items WHERE code = '" + code + "'"); // expect SECR1002

    public Task<IEnumerable<dynamic>> Ordered(string key, SortDirection direction) =>
        db.QueryAsync($"SELECT * FROM items ORDER BY {key} {direction}"); // expect SECR1004

    public enum SortDirection { Asc, Desc }
}
