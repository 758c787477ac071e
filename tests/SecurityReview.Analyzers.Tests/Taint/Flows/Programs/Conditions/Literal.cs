// A literal condition lets what the caller sends pass.
public class MembersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("members")]
    public IActionResult Find(string name)
    {
        var who = "nobody";
        if (true)
            who = name;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Members WHERE Name = '" + who + "'"; // reported
        return Ok(command.ExecuteScalar());
    }
}
//// good twin
// A literal condition keeps the branch dead.
public class MembersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("members")]
    public IActionResult Find(string name)
    {
        var who = "nobody";
        if (false)
            who = name;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Members WHERE Name = '" + who + "'";
        return Ok(command.ExecuteScalar());
    }
}
