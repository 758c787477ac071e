// An extension of the connection composes the statement of a table and a column.
namespace Shop.Extensions;

public static class ConnectionExtensions
{
    public static Task<int> CountByAsync(this SqliteConnection connection, string table, string column, object value)
    {
        var sql = $"SELECT COUNT(*) FROM {table} WHERE {column} = @value";
        return connection.ExecuteScalarAsync<int>(sql, new { value }); // reported
    }
}

public class CountsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("counts")]
    public async Task<IActionResult> Get(string column, string value) => Ok(await connection.CountByAsync("Users", column, value));
}
//// good twin
// The extension gets names that the program writes, and the text as a value.
namespace Shop.Extensions;

public static class ConnectionExtensions
{
    public static Task<int> CountByAsync(this SqliteConnection connection, string table, string column, object value)
    {
        var sql = $"SELECT COUNT(*) FROM {table} WHERE {column} = @value";
        return connection.ExecuteScalarAsync<int>(sql, new { value });
    }
}

public class CountsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("counts")]
    public async Task<IActionResult> Get(string column, string value) => Ok(await connection.CountByAsync("Users", "Name", column + value));
}
