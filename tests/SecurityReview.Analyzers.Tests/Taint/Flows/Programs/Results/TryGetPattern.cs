// A Try method gives the text back by its out parameter when it is long enough.
namespace Shop.Trying;

public static class Columns
{
    private static readonly Dictionary<string, string> s_known = new(StringComparer.OrdinalIgnoreCase) { ["name"] = "Name", ["city"] = "City" };

    public static bool TryParse(string? text, out string column)
    {
        column = "Id";
        if (string.IsNullOrEmpty(text) || !s_known.TryGetValue(text, out var known))
            return text is { Length: > 3 } && Take(text, out column);
        column = known;
        return true;
    }

    private static bool Take(string text, out string column)
    {
        column = text;
        return true;
    }
}

public class PeopleController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("people")]
    public IActionResult Get(string? sort)
    {
        if (!Columns.TryParse(sort, out var column))
            return BadRequest();
        return Ok(connection.Query($"SELECT * FROM People ORDER BY {column}")); // reported
    }
}
//// good twin
// The Try method gives it back only where it is known.
namespace Shop.Trying;

public static class Columns
{
    private static readonly Dictionary<string, string> s_known = new(StringComparer.OrdinalIgnoreCase) { ["name"] = "Name", ["city"] = "City" };

    public static bool TryParse(string? text, out string column)
    {
        column = "Id";
        if (string.IsNullOrEmpty(text) || !s_known.TryGetValue(text, out var known))
            return text is { Length: > 3 } && Take(text, out column);
        column = known;
        return true;
    }

    private static bool Take(string text, out string column)
    {
        column = text.Length > 9 ? "City" : "Name";
        return true;
    }
}

public class PeopleController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("people")]
    public IActionResult Get(string? sort)
    {
        if (!Columns.TryParse(sort, out var column))
            return BadRequest();
        return Ok(connection.Query($"SELECT * FROM People ORDER BY {column}"));
    }
}
