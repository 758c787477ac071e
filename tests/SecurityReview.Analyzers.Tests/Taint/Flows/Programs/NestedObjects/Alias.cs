// Two variables name one object, and the change through one is seen through the other.
public class Node
{
    public string Name = "root";
    public Node? Next;
}

public class NodesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("nodes")]
    public IActionResult Find(string name)
    {
        var node = new Node();
        var outer = new Node { Next = node };
        node.Name = name;
        return Ok(connection.Query<int>("SELECT Id FROM Nodes WHERE Name = '" + outer.Next!.Name + "'")); // reported
    }
}
//// good twin
// The object that is reached through the other variable was replaced before the change.
public class Node
{
    public string Name = "root";
    public Node? Next;
}

public class NodesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("nodes")]
    public IActionResult Find(string name)
    {
        var node = new Node();
        var outer = new Node { Next = node };
        outer.Next = new Node();
        node.Name = name;
        return Ok(connection.Query<int>("SELECT Id FROM Nodes WHERE Name = '" + outer.Next!.Name + "'"));
    }
}
