// A static readonly field lets what the caller sends pass.
public class MembersController(SqliteConnection connection) : ControllerBase
{
    private static readonly bool s_acceptsNames = true;

    [HttpGet("members")]
    public IActionResult Find(string name)
    {
        var who = "nobody";
        if (s_acceptsNames)
            who = name;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Members WHERE Name = '" + who + "'"; // reported
        return Ok(command.ExecuteScalar());
    }
}
//// good twin
// A static readonly field keeps the branch dead.
public class MembersController(SqliteConnection connection) : ControllerBase
{
    private static readonly bool s_acceptsNames = false;

    [HttpGet("members")]
    public IActionResult Find(string name)
    {
        var who = "nobody";
        if (s_acceptsNames)
            who = name;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Members WHERE Name = '" + who + "'";
        return Ok(command.ExecuteScalar());
    }
}
