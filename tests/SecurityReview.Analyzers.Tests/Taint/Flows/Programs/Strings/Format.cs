// Format puts the caller's text into the second hole.
namespace Shop.Formats;

public class FormatController(SqliteConnection connection) : ControllerBase
{
    private const string Template = "SELECT {0} FROM Users WHERE Name = '{1}' AND Age > {2:D}";

    [HttpGet("format")]
    public IActionResult Get(string name, int age)
    {
        var sql = string.Format(Template, "Id", name, age);
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The template has no hole for the argument with the caller's text.
namespace Shop.Formats;

public class FormatController(SqliteConnection connection) : ControllerBase
{
    private const string Template = "SELECT {0} FROM Users WHERE Name = @name AND Age > {2:D}";

    [HttpGet("format")]
    public IActionResult Get(string name, int age)
    {
        var sql = string.Format(Template, "Id", name, age);
        return Ok(connection.Query<int>(sql, new { name }));
    }
}
