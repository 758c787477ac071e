// Of two conditions joined by "and", both hold.
public class MembersController(SqliteConnection connection) : ControllerBase
{
    private const string Mode = "names";

    [HttpGet("members")]
    public IActionResult Find(string name)
    {
        var who = "nobody";
        if (Mode == "names" && name.Length > 2)
            who = name;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Members WHERE Name = '" + who + "'"; // reported
        return Ok(command.ExecuteScalar());
    }
}
//// good twin
// Of two conditions joined by "and", one never holds.
public class MembersController(SqliteConnection connection) : ControllerBase
{
    private const string Mode = "names";

    [HttpGet("members")]
    public IActionResult Find(string name)
    {
        var who = "nobody";
        if (Mode == "ids" && name.Length > 2)
            who = name;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Members WHERE Name = '" + who + "'";
        return Ok(command.ExecuteScalar());
    }
}
