// An event with accessors of its own keeps its handlers in a list.
namespace Shop.Bus;

public class MessageBus
{
    private readonly List<EventHandler<string>> _handlers = [];

    public event EventHandler<string> Received
    {
        add => _handlers.Add(value);
        remove => _handlers.Remove(value);
    }

    public void Publish(string message)
    {
        foreach (var handler in _handlers)
        {
            handler(this, message);
        }
    }
}

public class BusController(SqliteConnection connection, MessageBus bus) : ControllerBase
{
    [HttpPost("bus")]
    public IActionResult Post([FromBody] string message)
    {
        bus.Received += Save;
        bus.Publish(message);
        bus.Received -= Save;
        return Ok();
    }

    private void Save(object? sender, string message) =>
        connection.Execute("INSERT INTO Messages (Body) VALUES ('" + message + "')"); // reported
}
//// good twin
// The handler receives the message and stores it as a value.
namespace Shop.Bus;

public class MessageBus
{
    private readonly List<EventHandler<string>> _handlers = [];

    public event EventHandler<string> Received
    {
        add => _handlers.Add(value);
        remove => _handlers.Remove(value);
    }

    public void Publish(string message)
    {
        foreach (var handler in _handlers)
        {
            handler(this, message);
        }
    }
}

public class BusController(SqliteConnection connection, MessageBus bus) : ControllerBase
{
    [HttpPost("bus")]
    public IActionResult Post([FromBody] string message)
    {
        bus.Received += Save;
        bus.Publish(message);
        bus.Received -= Save;
        return Ok();
    }

    private void Save(object? sender, string message) =>
        connection.Execute("INSERT INTO Messages (Body) VALUES (@message)", new { message });
}
