// Ranges and indices from the end pick the caller's part out of a string and an array.
namespace Shop.Ranges;

public class RangesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("ranges")]
    public IActionResult Get(string path)
    {
        string[] parts = ["root", "users", path[1..^1]];
        Index last = ^1;
        var sql = "SELECT Id FROM Paths WHERE Leaf = '" + parts[last] + "'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The index from the end picks a constant element.
namespace Shop.Ranges;

public class RangesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("ranges")]
    public IActionResult Get(string path)
    {
        string[] parts = ["root", "users", path[1..^1]];
        Index last = ^2;
        var sql = "SELECT Id FROM Paths WHERE Leaf = '" + parts[last] + "'";
        return Ok(connection.Query<int>(sql));
    }
}
