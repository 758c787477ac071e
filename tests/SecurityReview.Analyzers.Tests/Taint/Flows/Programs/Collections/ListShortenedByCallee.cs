// A helper removes the first element, so the text moves to the front.
namespace Shop.Queues;

public static class Steps
{
    public static void DropFirst(List<string> steps) => steps.RemoveAt(0);
}

public class StepController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("steps")]
    public IActionResult Get(string step)
    {
        var steps = new List<string> { "begin", step };
        Steps.DropFirst(steps);
        var sql = "SELECT Id FROM Steps WHERE Name = '" + steps[0] + "'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// A helper removes the first element, which is the text.
namespace Shop.Queues;

public static class Steps
{
    public static void DropFirst(List<string> steps) => steps.RemoveAt(0);
}

public class StepController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("steps")]
    public IActionResult Get(string step)
    {
        var steps = new List<string> { step, "begin" };
        Steps.DropFirst(steps);
        var sql = "SELECT Id FROM Steps WHERE Name = '" + steps[0] + "'";
        return Ok(connection.Query<int>(sql));
    }
}
