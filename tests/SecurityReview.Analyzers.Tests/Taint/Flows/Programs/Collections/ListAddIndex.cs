// A list takes what the caller sends at its end, and it is read by its index.
public class StepsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("steps")]
    public IActionResult Find([FromHeader(Name = "X-Step")] string step)
    {
        var steps = new List<string>();
        steps.Add("begin");
        steps.Add(step);
        return Ok(connection.Query<int>("SELECT Id FROM Steps WHERE Name = '" + steps[1] + "'")); // reported
    }
}
//// good twin
// The list is read at the index of the constant.
public class StepsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("steps")]
    public IActionResult Find([FromHeader(Name = "X-Step")] string step)
    {
        var steps = new List<string>();
        steps.Add("begin");
        steps.Add(step);
        return Ok(connection.Query<int>("SELECT Id FROM Steps WHERE Name = '" + steps[0] + "'"));
    }
}
