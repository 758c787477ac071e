// MaxBy, Chunk and ElementAt choose among the caller's elements.
namespace Shop.Choosing;

public class ChoosingController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("choosing")]
    public IActionResult Get([FromQuery] string[] names)
    {
        var longest = names.MaxBy(name => name.Length) ?? "";
        var first = names.Chunk(2).ElementAt(0)[0];
        var count = names.Max(name => name.Length) + first.Length;
        var sql = $"SELECT Id FROM Users WHERE Name = '{longest}' LIMIT {count}";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// Max gives a number; the chosen element is bound.
namespace Shop.Choosing;

public class ChoosingController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("choosing")]
    public IActionResult Get([FromQuery] string[] names)
    {
        var longest = names.MaxBy(name => name.Length) ?? "";
        var first = names.Chunk(2).ElementAt(0)[0];
        var count = names.Max(name => name.Length) + first.Length;
        var sql = $"SELECT Id FROM Users WHERE Name = @longest LIMIT {count}";
        return Ok(connection.Query<int>(sql, new { longest }));
    }
}
