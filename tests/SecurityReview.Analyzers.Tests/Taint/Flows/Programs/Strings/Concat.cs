// Every overload of Concat is used on the way: two, three, four, array, sequence, objects.
namespace Shop.Concats;

public class ConcatController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("concat")]
    public IActionResult Get(string name)
    {
        var two = string.Concat("'", name);
        var three = string.Concat(" = ", two, "'");
        object boxed = string.Concat("WHERE", " ", "Name", three);
        var all = string.Concat(new List<string> { "SELECT Id ", "FROM Users ", string.Concat(boxed, " LIMIT ", 5) });
        return Ok(connection.Query<int>(all)); // reported
    }
}
//// good twin
// The concatenated text with the caller's name is echoed; the statement starts from another constant.
namespace Shop.Concats;

public class ConcatController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("concat")]
    public IActionResult Get(string name)
    {
        var two = string.Concat("'", name);
        var three = string.Concat(" = ", "@name", "");
        object boxed = string.Concat("WHERE", " ", "Name", three);
        var all = string.Concat(new List<string> { "SELECT Id ", "FROM Users ", string.Concat(boxed, " LIMIT ", 5) });
        return Ok(connection.Query<int>(all, new { name }).Append(two.Length));
    }
}
