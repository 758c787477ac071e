// A computed local with a known value lets what the caller sends pass.
public class MembersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("members")]
    public IActionResult Find(string name)
    {
        var who = "nobody";
        var number = 106;
        if ((7 * 18) + number > 200)
            who = name;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Members WHERE Name = '" + who + "'"; // reported
        return Ok(command.ExecuteScalar());
    }
}
//// good twin
// A computed local with a known value keeps the branch dead.
public class MembersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("members")]
    public IActionResult Find(string name)
    {
        var who = "nobody";
        var number = 6;
        if ((7 * 18) + number > 200)
            who = name;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Members WHERE Name = '" + who + "'";
        return Ok(command.ExecuteScalar());
    }
}
