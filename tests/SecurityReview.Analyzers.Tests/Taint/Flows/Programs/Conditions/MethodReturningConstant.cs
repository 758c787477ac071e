// A private method that returns a constant lets what the caller sends pass.
public class MembersController(SqliteConnection connection) : ControllerBase
{
    private bool AcceptsNames() { return 5 == Limit(); }

    private static int Limit() => 5;

    [HttpGet("members")]
    public IActionResult Find(string name)
    {
        var who = "nobody";
        if (AcceptsNames())
            who = name;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Members WHERE Name = '" + who + "'"; // reported
        return Ok(command.ExecuteScalar());
    }
}
//// good twin
// A private method that returns a constant keeps the branch dead.
public class MembersController(SqliteConnection connection) : ControllerBase
{
    private bool AcceptsNames() { return 5 == Limit(); }

    private static int Limit() => 6;

    [HttpGet("members")]
    public IActionResult Find(string name)
    {
        var who = "nobody";
        if (AcceptsNames())
            who = name;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Members WHERE Name = '" + who + "'";
        return Ok(command.ExecuteScalar());
    }
}
