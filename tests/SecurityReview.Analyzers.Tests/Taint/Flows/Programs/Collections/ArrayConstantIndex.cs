// An element of an array is set by a constant index and read by the same one.
public class PlansController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("plans")]
    public IActionResult Find(string plan)
    {
        var parts = new string[3];
        parts[0] = "basic";
        parts[1] = plan;
        parts[2] = "gold";
        return Ok(connection.Query<int>("SELECT Id FROM Plans WHERE Name = '" + parts[1] + "'")); // reported
    }
}
//// good twin
// Another element of the array is read.
public class PlansController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("plans")]
    public IActionResult Find(string plan)
    {
        var parts = new string[3];
        parts[0] = "basic";
        parts[1] = plan;
        parts[2] = "gold";
        return Ok(connection.Query<int>("SELECT Id FROM Plans WHERE Name = '" + parts[2] + "'"));
    }
}
