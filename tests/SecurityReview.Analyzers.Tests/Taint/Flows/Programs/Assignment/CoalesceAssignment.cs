// A local without a value takes what the caller sends.
public class TicketsController(DbConnection connection) : ControllerBase
{
    [HttpGet("tickets/by")]
    public IEnumerable<string> By([FromQuery] string column)
    {
        string? order = null;
        order ??= column;
        return connection.Query<string>("SELECT Title FROM Tickets ORDER BY " + order); // reported
    }
}
//// good twin
// The local has a value, so it never takes what the caller sends.
public class TicketsController(DbConnection connection) : ControllerBase
{
    [HttpGet("tickets/by")]
    public IEnumerable<string> By([FromQuery] string column)
    {
        string? order = "Title";
        order ??= column;
        return connection.Query<string>("SELECT Title FROM Tickets ORDER BY " + order);
    }
}
