// A private field is also assigned elsewhere, so its initial value proves nothing.
public class MembersController(SqliteConnection connection) : ControllerBase
{
    private static int s_level = 3;

    [HttpPost("members/level")]
    public void Raise() => s_level = 9;

    [HttpGet("members")]
    public IActionResult Find(string name)
    {
        var who = "nobody";
        if (s_level > 5)
            who = name;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Members WHERE Name = '" + who + "'"; // reported
        return Ok(command.ExecuteScalar());
    }
}
//// good twin
// A private field is assigned elsewhere too, and no value opens the branch.
public class MembersController(SqliteConnection connection) : ControllerBase
{
    private static int s_level = 3;

    [HttpPost("members/level")]
    public void Raise() => s_level = 4;

    [HttpGet("members")]
    public IActionResult Find(string name)
    {
        var who = "nobody";
        if (s_level > 5)
            who = name;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Members WHERE Name = '" + who + "'";
        return Ok(command.ExecuteScalar());
    }
}
