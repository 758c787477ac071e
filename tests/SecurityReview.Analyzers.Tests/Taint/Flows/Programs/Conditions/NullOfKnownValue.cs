// A local that is known to be null keeps the fixed name out.
public class DesksController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("desks")]
    public IActionResult Find(string zone)
    {
        string? pinned = null;
        var used = zone;
        if (pinned != null)
            used = pinned;
        return Ok(connection.Query<int>("SELECT Id FROM Desks WHERE Zone = '" + used + "'")); // reported
    }
}
//// good twin
// A local that is known not to be null replaces what the caller sends.
public class DesksController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("desks")]
    public IActionResult Find(string zone)
    {
        string? pinned = "A";
        var used = zone;
        if (pinned != null)
            used = pinned;
        return Ok(connection.Query<int>("SELECT Id FROM Desks WHERE Zone = '" + used + "'"));
    }
}
