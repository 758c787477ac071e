// A coalescing assignment fills a variable that is null.
namespace Shop.Defaults;

public class DefaultsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("defaults")]
    public IActionResult Get(string? sort)
    {
        string? column = null;
        column ??= sort;
        column ??= "Id";
        var sql = "SELECT Id FROM Items ORDER BY " + column;
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The coalescing assignment meets a variable that has a constant already.
namespace Shop.Defaults;

public class DefaultsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("defaults")]
    public IActionResult Get(string? sort)
    {
        string? column = sort is null ? "Id" : "Name";
        column ??= sort;
        column ??= "Id";
        var sql = "SELECT Id FROM Items ORDER BY " + column;
        return Ok(connection.Query<int>(sql));
    }
}
