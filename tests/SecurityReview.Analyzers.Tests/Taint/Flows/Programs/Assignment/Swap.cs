// Two locals are exchanged, so that the one in the text holds what the caller sends.
public class TicketsController(DbConnection connection) : ControllerBase
{
    [HttpGet("tickets")]
    public IEnumerable<string> List(string state)
    {
        var first = state;
        var second = "open";
        (first, second) = (second, first);
        return connection.Query<string>($"SELECT Title FROM Tickets WHERE State = '{second}'").Append(first); // reported
    }
}
//// good twin
// The locals are exchanged, so that the one in the text holds the constant.
public class TicketsController(DbConnection connection) : ControllerBase
{
    [HttpGet("tickets")]
    public IEnumerable<string> List(string state)
    {
        var first = state;
        var second = "open";
        (first, second) = (second, first);
        return connection.Query<string>($"SELECT Title FROM Tickets WHERE State = '{first}'").Append(second);
    }
}
