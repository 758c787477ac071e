// A function pointer to a static method of the program takes the caller's text.
namespace Shop.FunctionPointers;

public class FunctionPointerController(SqliteConnection connection) : ControllerBase
{
    private static string Quote(string text) => "'" + text + "'";

    private static string Measure(string text) => "'" + text.Length + "'";

    [HttpGet("function-pointer")]
    public unsafe IActionResult Get(string name)
    {
        delegate*<string, string> render = &Quote;
        var sql = "SELECT Id FROM Users WHERE Name = " + render(name);
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The function pointer leads to the method that gives the length.
namespace Shop.FunctionPointers;

public class FunctionPointerController(SqliteConnection connection) : ControllerBase
{
    private static string Quote(string text) => "'" + text + "'";

    private static string Measure(string text) => "'" + text.Length + "'";

    [HttpGet("function-pointer")]
    public unsafe IActionResult Get(string name)
    {
        delegate*<string, string> render = &Measure;
        var sql = "SELECT Id FROM Users WHERE Name = " + render(name);
        return Ok(connection.Query<int>(sql));
    }
}
