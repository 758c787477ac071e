// A concurrent queue holds the caller's text between two requests.
using System.Collections.Concurrent;

namespace Shop.Queues;

public class Inbox
{
    public ConcurrentQueue<string> Messages { get; } = new();

    public ConcurrentQueue<string> Signals { get; } = new();
}

public class InboxController(Inbox inbox, SqliteConnection connection) : ControllerBase
{
    [HttpPost("inbox")]
    public IActionResult Post([FromBody] string message)
    {
        inbox.Messages.Enqueue(message);
        inbox.Signals.Enqueue("arrived");
        return Accepted();
    }

    [HttpPost("inbox/flush")]
    public IActionResult Flush()
    {
        while (inbox.Messages.TryDequeue(out var message))
        {
            connection.Execute("INSERT INTO Messages (Body) VALUES ('" + message + "')"); // reported
        }

        return Ok();
    }
}
//// good twin
// What is taken into the statement comes from the queue of constants.
using System.Collections.Concurrent;

namespace Shop.Queues;

public class Inbox
{
    public ConcurrentQueue<string> Messages { get; } = new();

    public ConcurrentQueue<string> Signals { get; } = new();
}

public class InboxController(Inbox inbox, SqliteConnection connection) : ControllerBase
{
    [HttpPost("inbox")]
    public IActionResult Post([FromBody] string message)
    {
        inbox.Messages.Enqueue(message);
        inbox.Signals.Enqueue("arrived");
        return Accepted();
    }

    [HttpPost("inbox/flush")]
    public IActionResult Flush()
    {
        while (inbox.Signals.TryDequeue(out var message))
        {
            connection.Execute("INSERT INTO Messages (Body) VALUES ('" + message + "')");
        }

        return Ok();
    }
}
