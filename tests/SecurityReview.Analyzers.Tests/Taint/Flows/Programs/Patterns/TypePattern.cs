// A type pattern takes the caller's text out of an object.
namespace Shop.Values;

public class ValuesController(SqliteConnection connection) : ControllerBase
{
    private static object Parse(string text) => int.TryParse(text, out var number) ? number : text;

    [HttpGet("values")]
    public IActionResult Get(string value)
    {
        var parsed = Parse(value);
        var sql = "SELECT Id FROM Settings WHERE ";
        if (parsed is int number)
        {
            sql += "Number = " + number;
        }
        else if (parsed is string text)
        {
            sql += "Text = '" + text + "'";
        }

        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// What the type pattern takes out as text is bound; only the number goes into the statement.
namespace Shop.Values;

public class ValuesController(SqliteConnection connection) : ControllerBase
{
    private static object Parse(string text) => int.TryParse(text, out var number) ? number : text;

    [HttpGet("values")]
    public IActionResult Get(string value)
    {
        var parsed = Parse(value);
        var sql = "SELECT Id FROM Settings WHERE ";
        if (parsed is int number)
        {
            sql += "Number = " + number;
        }
        else if (parsed is string text)
        {
            sql += text.Length == 0 ? "Text IS NULL" : "Text = @parsed";
        }

        return Ok(connection.Query<int>(sql, new { parsed }));
    }
}
