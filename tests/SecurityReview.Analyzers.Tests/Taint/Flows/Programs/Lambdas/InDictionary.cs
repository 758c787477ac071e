// Lambdas kept in a dictionary by a constant key: the one that embeds the value is chosen.
namespace Shop.Filters;

public class FilterController(SqliteConnection connection) : ControllerBase
{
    private static readonly Dictionary<string, Func<string, string>> s_filters = new()
    {
        ["exact"] = value => "Title = '" + value + "'",
        ["any"] = value => "Title IS NOT NULL",
    };

    [HttpGet("titles")]
    public IActionResult Titles(string value)
    {
        var filter = s_filters["exact"];
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Title FROM Books WHERE " + filter(value); // reported
        return Ok(command.ExecuteScalar());
    }
}
//// good twin
// The chosen lambda takes the value and answers with a constant.
namespace Shop.Filters;

public class FilterController(SqliteConnection connection) : ControllerBase
{
    private static readonly Dictionary<string, Func<string, string>> s_filters = new()
    {
        ["exact"] = value => "Title = '" + value + "'",
        ["any"] = value => "Title IS NOT NULL",
    };

    [HttpGet("titles")]
    public IActionResult Titles(string value)
    {
        var filter = s_filters["any"];
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Title FROM Books WHERE " + filter(value);
        return Ok(command.ExecuteScalar());
    }
}
