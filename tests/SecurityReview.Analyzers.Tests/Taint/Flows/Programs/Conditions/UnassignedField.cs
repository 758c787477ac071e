// A private field that nothing assigns again lets what the caller sends pass.
public class MembersController(SqliteConnection connection) : ControllerBase
{
    private int _level = 7;

    [HttpGet("members")]
    public IActionResult Find(string name)
    {
        var who = "nobody";
        if (_level > 5)
            who = name;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Members WHERE Name = '" + who + "'"; // reported
        return Ok(command.ExecuteScalar());
    }
}
//// good twin
// A private field that nothing assigns again keeps the branch dead.
public class MembersController(SqliteConnection connection) : ControllerBase
{
    private int _level = 3;

    [HttpGet("members")]
    public IActionResult Find(string name)
    {
        var who = "nobody";
        if (_level > 5)
            who = name;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Members WHERE Name = '" + who + "'";
        return Ok(command.ExecuteScalar());
    }
}
