// A stack is filled in a loop and emptied into the text.
public class PathController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("path")]
    public IActionResult Resolve(string path)
    {
        var names = new Stack<string>();
        var marks = new Stack<string>();
        foreach (var part in path.Split('/'))
        {
            names.Push(part);
            marks.Push("?");
        }

        var text = "";
        while (names.TryPop(out var name))
            text += "'" + name + "',";
        while (marks.TryPop(out var mark))
            text = text.TrimEnd() + " ";
        return Ok(connection.Query<int>("SELECT Id FROM Nodes WHERE Name IN (" + text + "'')")); // reported
    }
}
//// good twin
// The stack of constants is emptied into the text.
public class PathController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("path")]
    public IActionResult Resolve(string path)
    {
        var names = new Stack<string>();
        var marks = new Stack<string>();
        foreach (var part in path.Split('/'))
        {
            names.Push(part);
            marks.Push("?");
        }

        var text = "";
        while (names.TryPop(out var name))
            text = text.TrimEnd() + " ";
        while (marks.TryPop(out var mark))
            text += "'" + mark + "',";
        return Ok(connection.Query<int>("SELECT Id FROM Nodes WHERE Name IN (" + text + "'')"));
    }
}
