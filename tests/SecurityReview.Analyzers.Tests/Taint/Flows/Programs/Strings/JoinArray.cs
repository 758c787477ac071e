// Join over an array in which one element is the caller's text.
namespace Shop.Joins;

public class JoinController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("join")]
    public IActionResult Get(string status, int page)
    {
        string[] conditions = ["Deleted = 0", $"Page = {page}", "Status = '" + status + "'"];
        var sql = "SELECT Id FROM Tickets WHERE " + string.Join(" AND ", conditions);
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// Join takes only the first two elements, by start and count.
namespace Shop.Joins;

public class JoinController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("join")]
    public IActionResult Get(string status, int page)
    {
        string[] conditions = ["Deleted = 0", $"Page = {page}", "Status = '" + status + "'"];
        var sql = "SELECT Id FROM Tickets WHERE " + string.Join(" AND ", conditions, 0, 2);
        return Ok(connection.Query<int>(sql));
    }
}
