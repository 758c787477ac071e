// A switch expression over a constant yields what the caller sends.
public class MembersController(SqliteConnection connection) : ControllerBase
{
    private const string Provider = "names";

    [HttpGet("members/expression")]
    public IActionResult Find(string name)
    {
        var who = Provider switch
        {
            "names" => name,
            "system" => "root",
            _ => "nobody",
        };
        return Ok(connection.Query<int>($"SELECT Id FROM Members WHERE Name = '{who}'")); // reported
    }
}
//// good twin
// A switch expression over a constant yields a constant.
public class MembersController(SqliteConnection connection) : ControllerBase
{
    private const string Provider = "system";

    [HttpGet("members/expression")]
    public IActionResult Find(string name)
    {
        var who = Provider switch
        {
            "names" => name,
            "system" => "root",
            _ => "nobody",
        };
        return Ok(connection.Query<int>($"SELECT Id FROM Members WHERE Name = '{who}'"));
    }
}
