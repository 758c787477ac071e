// A static event keeps its handlers in a dictionary, and is raised from another class.
using System.Collections.Concurrent;

namespace Shop.Hubs;

public static class AuditHub
{
    private static readonly ConcurrentDictionary<Action<string>, bool> s_handlers = new();

    public static event Action<string> Written
    {
        add => s_handlers[value] = true;
        remove => s_handlers.TryRemove(value, out _);
    }

    public static void Write(string entry)
    {
        foreach (var handler in s_handlers.Keys)
            handler(entry);
    }
}

public sealed class AuditStore : IDisposable
{
    private readonly SqliteConnection _connection;

    public AuditStore(SqliteConnection connection)
    {
        _connection = connection;
        AuditHub.Written += Store;
    }

    public void Dispose() => AuditHub.Written -= Store;

    private void Store(string entry) =>
        _connection.Execute("INSERT INTO Audit (Entry) VALUES ('" + entry + "')"); // reported
}

public class HubsController : ControllerBase
{
    [HttpPost("hubs")]
    public IActionResult Post([FromBody] string entry)
    {
        AuditHub.Write(entry);
        return Ok();
    }
}
//// good twin
// The handler stores what the event tells it as a value.
using System.Collections.Concurrent;

namespace Shop.Hubs;

public static class AuditHub
{
    private static readonly ConcurrentDictionary<Action<string>, bool> s_handlers = new();

    public static event Action<string> Written
    {
        add => s_handlers[value] = true;
        remove => s_handlers.TryRemove(value, out _);
    }

    public static void Write(string entry)
    {
        foreach (var handler in s_handlers.Keys)
            handler(entry);
    }
}

public sealed class AuditStore : IDisposable
{
    private readonly SqliteConnection _connection;

    public AuditStore(SqliteConnection connection)
    {
        _connection = connection;
        AuditHub.Written += Store;
    }

    public void Dispose() => AuditHub.Written -= Store;

    private void Store(string entry) =>
        _connection.Execute("INSERT INTO Audit (Entry) VALUES (@entry)", new { entry });
}

public class HubsController : ControllerBase
{
    [HttpPost("hubs")]
    public IActionResult Post([FromBody] string entry)
    {
        AuditHub.Write(entry);
        return Ok();
    }
}
