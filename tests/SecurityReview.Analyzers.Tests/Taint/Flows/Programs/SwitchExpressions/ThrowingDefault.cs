// A switch expression checks one text and the statement uses another.
namespace Shop.Checked;

public class CheckedController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("checked")]
    public IActionResult Get(string table, string column)
    {
        var known = table switch
        {
            "users" or "groups" => table,
            _ => throw new ArgumentOutOfRangeException(nameof(table)),
        };
        var sql = $"SELECT {column} FROM {known}";
        return Ok(connection.Query<string>(sql)); // reported
    }
}
//// good twin
// The statement uses only the text that the arm of constants gave back.
namespace Shop.Checked;

public class CheckedController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("checked")]
    public IActionResult Get(string table, string column)
    {
        var known = table switch
        {
            "users" or "groups" => table,
            _ => throw new ArgumentOutOfRangeException(nameof(table)),
        };
        var sql = $"SELECT COUNT(*) FROM {known} WHERE Name = @column";
        return Ok(connection.Query<string>(sql, new { column }));
    }
}
