// An element is removed, so that what the caller sends moves to the index that is read.
public class StepsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("steps/moved")]
    public IActionResult Find(string step)
    {
        var steps = new List<string>();
        steps.Add("begin");
        steps.Add(step);
        steps.Add("end");
        steps.RemoveAt(0);
        var used = steps[0];
        return Ok(connection.Query<int>("SELECT Id FROM Steps WHERE Name = '" + used + "'")); // reported
    }
}
//// good twin
// An element is removed, so that a constant moves to the index that is read.
public class StepsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("steps/moved")]
    public IActionResult Find(string step)
    {
        var steps = new List<string>();
        steps.Add("begin");
        steps.Add(step);
        steps.Add("end");
        steps.RemoveAt(0);
        var used = steps[1];
        return Ok(connection.Query<int>("SELECT Id FROM Steps WHERE Name = '" + used + "'"));
    }
}
