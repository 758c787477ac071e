// Work is queued as a delegate that has captured the text, and run later.
using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;

namespace Shop.Work;

public interface IWorkQueue
{
    void Enqueue(Func<SqliteConnection, CancellationToken, Task> work);

    bool TryDequeue(out Func<SqliteConnection, CancellationToken, Task>? work);
}

public sealed class WorkQueue : IWorkQueue
{
    private readonly ConcurrentQueue<Func<SqliteConnection, CancellationToken, Task>> _work = new();

    public void Enqueue(Func<SqliteConnection, CancellationToken, Task> work) => _work.Enqueue(work);

    public bool TryDequeue(out Func<SqliteConnection, CancellationToken, Task>? work) => _work.TryDequeue(out work);
}

public sealed class Worker(IWorkQueue queue, SqliteConnection connection) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (queue.TryDequeue(out var work))
                await work!(connection, stoppingToken);
        }
    }
}

public class NotesController(IWorkQueue queue) : ControllerBase
{
    [HttpPost("notes")]
    public IActionResult Post([FromForm] string text)
    {
        queue.Enqueue(async (connection, cancellation) =>
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO Notes (Text) VALUES ('" + text + "')"; // reported
            command.Parameters.AddWithValue("@text", text);
            await command.ExecuteNonQueryAsync(cancellation);
        });
        return Accepted();
    }
}
//// good twin
// The delegate passes the text as a parameter.
using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;

namespace Shop.Work;

public interface IWorkQueue
{
    void Enqueue(Func<SqliteConnection, CancellationToken, Task> work);

    bool TryDequeue(out Func<SqliteConnection, CancellationToken, Task>? work);
}

public sealed class WorkQueue : IWorkQueue
{
    private readonly ConcurrentQueue<Func<SqliteConnection, CancellationToken, Task>> _work = new();

    public void Enqueue(Func<SqliteConnection, CancellationToken, Task> work) => _work.Enqueue(work);

    public bool TryDequeue(out Func<SqliteConnection, CancellationToken, Task>? work) => _work.TryDequeue(out work);
}

public sealed class Worker(IWorkQueue queue, SqliteConnection connection) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (queue.TryDequeue(out var work))
                await work!(connection, stoppingToken);
        }
    }
}

public class NotesController(IWorkQueue queue) : ControllerBase
{
    [HttpPost("notes")]
    public IActionResult Post([FromForm] string text)
    {
        queue.Enqueue(async (connection, cancellation) =>
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO Notes (Text) VALUES (@text)";
            command.Parameters.AddWithValue("@text", text);
            await command.ExecuteNonQueryAsync(cancellation);
        });
        return Accepted();
    }
}
