// The constant argument of a call decides that what the caller sends comes back.
public class LabelsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("labels")]
    public IActionResult Find(string label)
    {
        var shown = Pick(label, trusted: true);
        var used = Pick(label, trusted: false);
        return Ok(new { shown, rows = connection.Query<int>("SELECT Id FROM Labels WHERE Label = '" + used + "'") }); // reported
    }

    private static string Pick(string label, bool trusted)
    {
        if (trusted)
            return "trusted";
        return label;
    }
}
//// good twin
// The constant argument of a call decides that a constant comes back.
public class LabelsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("labels")]
    public IActionResult Find(string label)
    {
        var shown = Pick(label, trusted: true);
        var used = Pick(label, trusted: false);
        return Ok(new { used, rows = connection.Query<int>("SELECT Id FROM Labels WHERE Label = '" + shown + "'") });
    }

    private static string Pick(string label, bool trusted)
    {
        if (trusted)
            return "trusted";
        return label;
    }
}
