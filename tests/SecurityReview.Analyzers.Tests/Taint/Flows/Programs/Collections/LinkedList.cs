// A linked list gets what the caller sends as its first node.
public class HistoryController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("history")]
    public IActionResult Find(string entry)
    {
        var entries = new LinkedList<string>();
        var others = new LinkedList<string>();
        entries.AddLast("start");
        entries.AddFirst(entry);
        others.AddFirst("stop");
        var node = entries.First;
        return Ok(connection.Query<int>("SELECT Id FROM History WHERE Entry = '" + node!.Value + "'")); // reported
    }
}
//// good twin
// The first node of another linked list goes into the text.
public class HistoryController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("history")]
    public IActionResult Find(string entry)
    {
        var entries = new LinkedList<string>();
        var others = new LinkedList<string>();
        entries.AddLast("start");
        entries.AddFirst(entry);
        others.AddFirst("stop");
        var node = others.First;
        return Ok(connection.Query<int>("SELECT Id FROM History WHERE Entry = '" + node!.Value + "'"));
    }
}
