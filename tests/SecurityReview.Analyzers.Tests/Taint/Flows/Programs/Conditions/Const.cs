// A constant of the class lets what the caller sends pass.
public class MembersController(SqliteConnection connection) : ControllerBase
{
    private const bool AcceptsNames = true;

    [HttpGet("members")]
    public IActionResult Find(string name)
    {
        var who = "nobody";
        if (AcceptsNames)
            who = name;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Members WHERE Name = '" + who + "'"; // reported
        return Ok(command.ExecuteScalar());
    }
}
//// good twin
// A constant of the class keeps the branch dead.
public class MembersController(SqliteConnection connection) : ControllerBase
{
    private const bool AcceptsNames = false;

    [HttpGet("members")]
    public IActionResult Find(string name)
    {
        var who = "nobody";
        if (AcceptsNames)
            who = name;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Members WHERE Name = '" + who + "'";
        return Ok(command.ExecuteScalar());
    }
}
