// A query builder collects conditions, and the caller gives it one with the text.
using System.Text;

namespace Shop.Building;

public sealed class SelectBuilder(string table)
{
    private readonly List<string> _columns = [];
    private readonly List<string> _conditions = [];
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);
    private string? _order;

    public IReadOnlyDictionary<string, object?> Values => _values;

    public SelectBuilder Columns(params string[] columns)
    {
        _columns.AddRange(columns);
        return this;
    }

    public SelectBuilder Where(string condition, string name, object? value)
    {
        _conditions.Add(condition);
        _values.Add(name, value);
        return this;
    }

    public SelectBuilder OrderBy(string order)
    {
        _order = order;
        return this;
    }

    public string Build()
    {
        var sql = new StringBuilder("SELECT ").AppendJoin(", ", _columns).Append(" FROM ").Append(table);
        if (_conditions.Count > 0)
            sql.Append(" WHERE ").AppendJoin(" AND ", _conditions);
        if (_order is not null)
            sql.Append(" ORDER BY ").Append(_order);
        return sql.ToString();
    }
}

public class ProductsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("products")]
    public async Task<IActionResult> Get(string? name, decimal? least)
    {
        var builder = new SelectBuilder("Products").Columns("Id", "Name").OrderBy("Name");
        if (!string.IsNullOrWhiteSpace(name))
            builder.Where($"Name LIKE '%{name}%'", "name", $"%{name}%");
        if (least is { } price)
            builder.Where("Price >= @least", "least", price);
        return Ok(await connection.QueryAsync(builder.Build(), builder.Values)); // reported
    }
}
//// good twin
// The conditions hold parameters; the builder keeps the values apart.
using System.Text;

namespace Shop.Building;

public sealed class SelectBuilder(string table)
{
    private readonly List<string> _columns = [];
    private readonly List<string> _conditions = [];
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);
    private string? _order;

    public IReadOnlyDictionary<string, object?> Values => _values;

    public SelectBuilder Columns(params string[] columns)
    {
        _columns.AddRange(columns);
        return this;
    }

    public SelectBuilder Where(string condition, string name, object? value)
    {
        _conditions.Add(condition);
        _values.Add(name, value);
        return this;
    }

    public SelectBuilder OrderBy(string order)
    {
        _order = order;
        return this;
    }

    public string Build()
    {
        var sql = new StringBuilder("SELECT ").AppendJoin(", ", _columns).Append(" FROM ").Append(table);
        if (_conditions.Count > 0)
            sql.Append(" WHERE ").AppendJoin(" AND ", _conditions);
        if (_order is not null)
            sql.Append(" ORDER BY ").Append(_order);
        return sql.ToString();
    }
}

public class ProductsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("products")]
    public async Task<IActionResult> Get(string? name, decimal? least)
    {
        var builder = new SelectBuilder("Products").Columns("Id", "Name").OrderBy("Name");
        if (!string.IsNullOrWhiteSpace(name))
            builder.Where("Name LIKE @name", "name", $"%{name}%");
        if (least is { } price)
            builder.Where("Price >= @least", "least", price);
        return Ok(await connection.QueryAsync(builder.Build(), builder.Values));
    }
}
