// Of two conditions joined by "or", one may hold.
public class MembersController(SqliteConnection connection) : ControllerBase
{
    private static readonly bool s_closed = false;

    [HttpGet("members")]
    public IActionResult Find(string name)
    {
        var who = "nobody";
        if (!s_closed || name == "root")
            who = name;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Members WHERE Name = '" + who + "'"; // reported
        return Ok(command.ExecuteScalar());
    }
}
//// good twin
// The negated "or" never holds, since one side always does.
public class MembersController(SqliteConnection connection) : ControllerBase
{
    private static readonly bool s_closed = false;

    [HttpGet("members")]
    public IActionResult Find(string name)
    {
        var who = "nobody";
        if (!(!s_closed || name == "root"))
            who = name;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Members WHERE Name = '" + who + "'";
        return Ok(command.ExecuteScalar());
    }
}
