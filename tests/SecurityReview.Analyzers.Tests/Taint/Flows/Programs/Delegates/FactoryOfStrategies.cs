// A factory gives a strategy by name; the one that is chosen embeds the text.
namespace Shop.Strategies;

public delegate string ConditionWriter(string value);

public static class Conditions
{
    public static ConditionWriter For(string kind) => kind switch
    {
        "exact" => static value => $"Name = '{value}'",
        "any" => static _ => "Name IS NOT NULL",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

public class NamesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("names")]
    public IActionResult Get(string value)
    {
        var write = Conditions.For("exact");
        return Ok(connection.Query<int>("SELECT Id FROM Names WHERE " + write(value))); // reported
    }
}
//// good twin
// The strategy that is chosen writes a parameter.
namespace Shop.Strategies;

public delegate string ConditionWriter(string value);

public static class Conditions
{
    public static ConditionWriter For(string kind) => kind switch
    {
        "exact" => static value => $"Name = '{value}'",
        "any" => static _ => "Name IS NOT NULL",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

public class NamesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("names")]
    public IActionResult Get(string value)
    {
        var write = Conditions.For("any");
        return Ok(connection.Query<int>("SELECT Id FROM Names WHERE " + write(value)));
    }
}
