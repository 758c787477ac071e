// What was pushed last comes back first, and that is what the caller sends.
public class StateController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("state")]
    public IActionResult Find(string state)
    {
        var states = new Stack<string>();
        states.Push("new");
        states.Push(state);
        var current = states.Pop();
        return Ok(connection.Query<int>("SELECT Id FROM States WHERE Name = '" + current + "'")); // reported
    }
}
//// good twin
// What was pushed last comes back first, and that is the constant.
public class StateController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("state")]
    public IActionResult Find(string state)
    {
        var states = new Stack<string>();
        states.Push(state);
        states.Push("new");
        var current = states.Pop();
        return Ok(connection.Query<int>("SELECT Id FROM States WHERE Name = '" + current + "'"));
    }
}
