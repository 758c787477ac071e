// A method is called on a dynamic receiver of the program.
namespace Shop.Dynamics;

public class ClauseWriter
{
    public string ByName(string text) => "Name = '" + text + "'";

    public string ByLength(string text) => "Length = " + text.Length;
}

public class DynamicController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("dynamic")]
    public IActionResult Get(string name)
    {
        dynamic writer = new ClauseWriter();
        string condition = writer.ByName(name);
        var sql = "SELECT Id FROM Users WHERE " + condition;
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The method that is called on the dynamic receiver gives only a number.
namespace Shop.Dynamics;

public class ClauseWriter
{
    public string ByName(string text) => "Name = '" + text + "'";

    public string ByLength(string text) => "Length = " + text.Length;
}

public class DynamicController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("dynamic")]
    public IActionResult Get(string name)
    {
        dynamic writer = new ClauseWriter();
        string condition = writer.ByLength(name);
        var sql = "SELECT Id FROM Users WHERE " + condition;
        return Ok(connection.Query<int>(sql));
    }
}
