// Select and Where with lambdas: the elements stay the caller's.
namespace Shop.Linq;

public class LinqController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("linq")]
    public IActionResult Post([FromBody] List<string> names)
    {
        var quoted = names
            .Where(name => name.Length > 0)
            .Select(name => "'" + name.Trim() + "'")
            .Distinct()
            .ToList();
        var sql = "SELECT Id FROM Users WHERE Name IN (" + string.Join(",", quoted) + ")";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// Select keeps only the numbers of the elements.
namespace Shop.Linq;

public class LinqController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("linq")]
    public IActionResult Post([FromBody] List<string> names)
    {
        var quoted = names
            .Where(name => name.Length > 0)
            .Select(name => "'" + name.Length + "'")
            .Distinct()
            .ToList();
        var sql = "SELECT Id FROM Users WHERE Name IN (" + string.Join(",", quoted) + ")";
        return Ok(connection.Query<int>(sql));
    }
}
