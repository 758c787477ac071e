// A parser returns the text through an out parameter.
namespace Shop.Parsing;

public static class QueryParser
{
    public static bool TryParse(string input, out string column, out string value)
    {
        var colon = input.IndexOf(':');
        column = "Name";
        value = colon < 0 ? input : input[(colon + 1)..];
        return value.Length > 0;
    }
}

public class ParsingController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("parsing")]
    public IActionResult Get(string q)
    {
        if (!QueryParser.TryParse(q, out var column, out var value))
        {
            return BadRequest();
        }

        var sql = $"SELECT Id FROM Products WHERE Name = '{value}'";
        return Ok(connection.Query<int>(sql, new { column })); // reported
    }
}
//// good twin
// The out parameter that goes into the text is always a constant.
namespace Shop.Parsing;

public static class QueryParser
{
    public static bool TryParse(string input, out string column, out string value)
    {
        var colon = input.IndexOf(':');
        column = "Name";
        value = colon < 0 ? input : input[(colon + 1)..];
        return value.Length > 0;
    }
}

public class ParsingController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("parsing")]
    public IActionResult Get(string q)
    {
        if (!QueryParser.TryParse(q, out var column, out var value))
        {
            return BadRequest();
        }

        var sql = $"SELECT Id FROM Products WHERE {column} = @value";
        return Ok(connection.Query<int>(sql, new { value }));
    }
}
