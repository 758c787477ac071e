// Sorting and taking the first keeps the element.
namespace Shop.Ordering;

public class OrderingController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("ordering")]
    public IActionResult Get([FromQuery] List<string> names)
    {
        var constants = new List<string> { "a", "b" };
        var chosen = names.OrderBy(name => name.Length).ThenByDescending(name => name).Skip(1).FirstOrDefault() ?? "none";
        var sql = "SELECT Id FROM Users WHERE Name = '" + chosen + "'";
        return Ok(new { ids = connection.Query<int>(sql), last = constants.Last() }); // reported
    }
}
//// good twin
// The constants go through the same calls into the statement; the caller's names into the answer.
namespace Shop.Ordering;

public class OrderingController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("ordering")]
    public IActionResult Get([FromQuery] List<string> names)
    {
        var constants = new List<string> { "a", "b" };
        var chosen = constants.OrderBy(name => name.Length).ThenByDescending(name => name).Skip(1).FirstOrDefault() ?? "none";
        var sql = "SELECT Id FROM Users WHERE Name = '" + chosen + "'";
        return Ok(new { ids = connection.Query<int>(sql), last = names.Last() });
    }
}
