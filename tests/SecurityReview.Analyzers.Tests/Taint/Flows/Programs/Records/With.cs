// A copy of a record gets what the caller sends in one of its members.
public record ListOptions(string Order, string Caption)
{
    public static readonly ListOptions Default = new("Name", "All");
}

public class GuestsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("guests")]
    public IActionResult List(string text)
    {
        var options = ListOptions.Default with { Order = text };
        return Ok(new { options.Caption, rows = connection.Query("SELECT * FROM Guests ORDER BY " + options.Order) }); // reported
    }
}
//// good twin
// A copy of a record gets what the caller sends in its other member.
public record ListOptions(string Order, string Caption)
{
    public static readonly ListOptions Default = new("Name", "All");
}

public class GuestsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("guests")]
    public IActionResult List(string text)
    {
        var options = ListOptions.Default with { Caption = text };
        return Ok(new { options.Caption, rows = connection.Query("SELECT * FROM Guests ORDER BY " + options.Order) });
    }
}
