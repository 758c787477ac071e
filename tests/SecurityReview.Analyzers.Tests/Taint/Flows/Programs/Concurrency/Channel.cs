// A channel carries the caller's text from the writer to the reading worker.
using System.Threading.Channels;

namespace Shop.Channels;

public class WorkQueue
{
    private readonly Channel<string> _channel = Channel.CreateUnbounded<string>();

    public ValueTask EnqueueAsync(string name) => _channel.Writer.WriteAsync(name);

    public IAsyncEnumerable<string> DequeueAllAsync(CancellationToken cancellationToken) => _channel.Reader.ReadAllAsync(cancellationToken);
}

public class Worker(WorkQueue queue, SqliteConnection connection)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var name in queue.DequeueAllAsync(cancellationToken))
        {
            await connection.ExecuteAsync("INSERT INTO Done (Name) VALUES ('" + name + "')"); // reported
        }
    }
}

public class QueueController(WorkQueue queue) : ControllerBase
{
    [HttpPost("queue")]
    public async Task<IActionResult> Post([FromForm] string name)
    {
        await queue.EnqueueAsync(name);
        return Accepted();
    }
}
//// good twin
// Only constants are written to the channel.
using System.Threading.Channels;

namespace Shop.Channels;

public class WorkQueue
{
    private readonly Channel<string> _channel = Channel.CreateUnbounded<string>();

    public ValueTask EnqueueAsync(string name) => _channel.Writer.WriteAsync(name);

    public IAsyncEnumerable<string> DequeueAllAsync(CancellationToken cancellationToken) => _channel.Reader.ReadAllAsync(cancellationToken);
}

public class Worker(WorkQueue queue, SqliteConnection connection)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var name in queue.DequeueAllAsync(cancellationToken))
        {
            await connection.ExecuteAsync("INSERT INTO Done (Name) VALUES ('" + name + "')");
        }
    }
}

public class QueueController(WorkQueue queue) : ControllerBase
{
    [HttpPost("queue")]
    public async Task<IActionResult> Post([FromForm] string name)
    {
        await queue.EnqueueAsync(name.StartsWith('x') ? "express" : "normal");
        return Accepted();
    }
}
