// The caller's text is kept in a dynamic local.
namespace Shop.DynamicLocals;

public class DynamicLocalController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("dynamic-local")]
    public IActionResult Get(string text, int number)
    {
        dynamic value = number;
        value = text;
        string sql = "SELECT Id FROM Users WHERE Key = '" + value + "'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The dynamic local is overwritten with a number.
namespace Shop.DynamicLocals;

public class DynamicLocalController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("dynamic-local")]
    public IActionResult Get(string text, int number)
    {
        dynamic value = text;
        value = number;
        string sql = "SELECT Id FROM Users WHERE Key = '" + value + "'";
        return Ok(connection.Query<int>(sql));
    }
}
