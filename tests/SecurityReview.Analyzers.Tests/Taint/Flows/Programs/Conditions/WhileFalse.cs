// A loop over a known condition runs until what the caller sends was taken.
public class MembersController(SqliteConnection connection) : ControllerBase
{
    private static readonly int s_tries = 1;

    [HttpGet("members/tries")]
    public IActionResult Find(string name)
    {
        var who = "nobody";
        while (s_tries > 0)
        {
            who = name;
            break;
        }

        return Ok(connection.Query<int>("SELECT Id FROM Members WHERE Name = '" + who + "'")); // reported
    }
}
//// good twin
// A loop over a known condition never runs.
public class MembersController(SqliteConnection connection) : ControllerBase
{
    private static readonly int s_tries = 0;

    [HttpGet("members/tries")]
    public IActionResult Find(string name)
    {
        var who = "nobody";
        while (s_tries > 0)
        {
            who = name;
            break;
        }

        return Ok(connection.Query<int>("SELECT Id FROM Members WHERE Name = '" + who + "'"));
    }
}
