// Statements are kept by their key in a concurrent dictionary that composes what it has not got.
using System.Collections.Concurrent;

namespace Shop.Statements;

public class TablesController(SqliteConnection connection) : ControllerBase
{
    private static readonly ConcurrentDictionary<string, string> s_statements = new();

    [HttpGet("tables/{table}")]
    public IActionResult Get(string table)
    {
        var sql = s_statements.GetOrAdd(table, static name => $"SELECT COUNT(*) FROM [{name}]");
        return Ok(connection.ExecuteScalar<int>(sql)); // reported
    }
}
//// good twin
// The value factory uses the length of the key.
using System.Collections.Concurrent;

namespace Shop.Statements;

public class TablesController(SqliteConnection connection) : ControllerBase
{
    private static readonly ConcurrentDictionary<string, string> s_statements = new();

    [HttpGet("tables/{table}")]
    public IActionResult Get(string table)
    {
        var sql = s_statements.GetOrAdd(table, static name => $"SELECT COUNT(*) FROM Names WHERE Length = {name.Length}");
        return Ok(connection.ExecuteScalar<int>(sql));
    }
}
