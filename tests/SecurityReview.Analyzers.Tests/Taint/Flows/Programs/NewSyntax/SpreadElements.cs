// Spreads put the caller's list between constants in a collection expression.
namespace Shop.Spreads;

public class SpreadsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("spreads")]
    public IActionResult Get([FromQuery] List<string> columns)
    {
        string[] fixedColumns = ["Id", "Name"];
        List<string> all = [.. fixedColumns, .. columns, "Price"];
        var sql = "SELECT " + string.Join(", ", all) + " FROM Products";
        return Ok(connection.Query<string>(sql)); // reported
    }
}
//// good twin
// The spread takes over numbers that are computed from the caller's list.
namespace Shop.Spreads;

public class SpreadsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("spreads")]
    public IActionResult Get([FromQuery] List<string> columns)
    {
        string[] fixedColumns = ["Id", "Name"];
        List<string> all = [.. fixedColumns, .. columns.Select(column => column.Length.ToString()), "Price"];
        var sql = "SELECT " + string.Join(", ", all) + " FROM Products";
        return Ok(connection.Query<string>(sql));
    }
}
