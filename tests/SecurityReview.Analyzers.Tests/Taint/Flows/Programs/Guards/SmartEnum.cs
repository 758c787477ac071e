// A value object is made of any text and spells it.
namespace Shop.Values;

public sealed class Status
{
    public static readonly Status Open = new("Open");

    public static readonly Status Closed = new("Closed");

    private static readonly Status[] s_all = [Open, Closed];

    private Status(string name) => Name = name;

    public string Name { get; }

    public static Status Of(string name) => s_all.FirstOrDefault(status => status.Name == name) ?? new Status(name);

    public override string ToString() => Name;
}

public class TicketsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("tickets")]
    public IActionResult Get(string status)
    {
        var wanted = Status.Of(status);
        return Ok(connection.Query($"SELECT * FROM Tickets WHERE Status = '{wanted}'")); // reported
    }
}
//// good twin
// The value object is only had from the list of its instances.
namespace Shop.Values;

public sealed class Status
{
    public static readonly Status Open = new("Open");

    public static readonly Status Closed = new("Closed");

    private static readonly Status[] s_all = [Open, Closed];

    private Status(string name) => Name = name;

    public string Name { get; }

    public static Status Of(string name) => s_all.FirstOrDefault(status => status.Name == name) ?? Open;

    public override string ToString() => Name;
}

public class TicketsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("tickets")]
    public IActionResult Get(string status)
    {
        var wanted = Status.Of(status);
        return Ok(connection.Query($"SELECT * FROM Tickets WHERE Status = '{wanted}'"));
    }
}
