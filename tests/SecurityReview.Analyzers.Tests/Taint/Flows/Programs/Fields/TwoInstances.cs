// Two objects of one class: the one whose field goes into the text has what the caller sends.
public class Filter
{
    public string Value = "open";
}

public class IssuesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("issues")]
    public IActionResult List(string label)
    {
        var mine = new Filter();
        var theirs = new Filter();
        theirs.Value = label;
        var chosen = theirs;
        var rows = connection.Query<int>("SELECT Id FROM Issues WHERE Label = '" + chosen.Value + "'"); // reported
        return Ok(new { mine.Value, rows });
    }
}
//// good twin
// Two objects of one class: the one whose field goes into the text has its initial value.
public class Filter
{
    public string Value = "open";
}

public class IssuesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("issues")]
    public IActionResult List(string label)
    {
        var mine = new Filter();
        var theirs = new Filter();
        theirs.Value = label;
        var chosen = mine;
        var rows = connection.Query<int>("SELECT Id FROM Issues WHERE Label = '" + chosen.Value + "'");
        return Ok(new { mine.Value, rows });
    }
}
