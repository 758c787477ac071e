// A method is hidden, not overridden, so the type of the variable decides which one is called.
public class Label
{
    public string Text(string asked) => asked;
}

public class PlainLabel : Label
{
    public new string Text(string asked) => asked.Length == 0 ? "none" : "some";
}

public class LabelsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("labels")]
    public IActionResult Find(string label)
    {
        Label source = new PlainLabel();
        return Ok(connection.Query<int>("SELECT Id FROM Labels WHERE Text = '" + source.Text(label) + "'")); // reported
    }
}
//// good twin
// The variable has the type whose method answers with constants.
public class Label
{
    public string Text(string asked) => asked;
}

public class PlainLabel : Label
{
    public new string Text(string asked) => asked.Length == 0 ? "none" : "some";
}

public class LabelsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("labels")]
    public IActionResult Find(string label)
    {
        PlainLabel source = new PlainLabel();
        return Ok(connection.Query<int>("SELECT Id FROM Labels WHERE Text = '" + source.Text(label) + "'"));
    }
}
