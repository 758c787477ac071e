// A guard clause helper returns the text when it is not empty.
namespace Shop.GuardClauses;

public static class Guard
{
    public static string NotEmpty(string? value, string name) =>
        string.IsNullOrWhiteSpace(value) ? throw new ArgumentException("empty", name) : value;

    public static string OneOf(string? value, string name, params string[] allowed) =>
        value is not null && allowed.Contains(value) ? value : throw new ArgumentOutOfRangeException(name);
}

public class ViewsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("views")]
    public IActionResult Get(string view)
    {
        var table = Guard.NotEmpty(view, nameof(view));
        return Ok(connection.Query("SELECT * FROM " + table)); // reported
    }
}
//// good twin
// The guard clause returns the text when it is one of the known.
namespace Shop.GuardClauses;

public static class Guard
{
    public static string NotEmpty(string? value, string name) =>
        string.IsNullOrWhiteSpace(value) ? throw new ArgumentException("empty", name) : value;

    public static string OneOf(string? value, string name, params string[] allowed) =>
        value is not null && allowed.Contains(value) ? value : throw new ArgumentOutOfRangeException(name);
}

public class ViewsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("views")]
    public IActionResult Get(string view)
    {
        var table = Guard.OneOf(view, nameof(view), "Daily", "Weekly");
        return Ok(connection.Query("SELECT * FROM " + table));
    }
}
