// A property that returns a constant lets what the caller sends pass.
public class MembersController(SqliteConnection connection) : ControllerBase
{
    private static bool AcceptsNames => true;

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
// A property that returns a constant keeps the branch dead.
public class MembersController(SqliteConnection connection) : ControllerBase
{
    private static bool AcceptsNames => false;

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
