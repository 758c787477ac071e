// A controller writes jobs to a channel, and a background service composes SQL of what it reads.
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;

namespace Shop.Background;

public sealed record ImportJob(string Source, int Priority);

public sealed class ImportQueue
{
    private readonly Channel<ImportJob> _jobs = Channel.CreateUnbounded<ImportJob>();

    public ValueTask AddAsync(ImportJob job) => _jobs.Writer.WriteAsync(job);

    public IAsyncEnumerable<ImportJob> ReadAllAsync(CancellationToken cancellation) => _jobs.Reader.ReadAllAsync(cancellation);
}

public sealed class ImportService(ImportQueue queue, SqliteConnection connection) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var job in queue.ReadAllAsync(stoppingToken))
        {
            var sql = $"INSERT INTO Imports (Source, Priority) VALUES ('{job.Source}', {job.Priority})";
            await connection.ExecuteAsync(sql, job); // reported
        }
    }
}

public class ImportsController(ImportQueue queue) : ControllerBase
{
    [HttpPost("imports")]
    public async Task<IActionResult> Post([FromForm] string source)
    {
        await queue.AddAsync(new ImportJob(source, 1));
        return Accepted();
    }
}
//// good twin
// The background service passes the text of the job as a parameter.
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;

namespace Shop.Background;

public sealed record ImportJob(string Source, int Priority);

public sealed class ImportQueue
{
    private readonly Channel<ImportJob> _jobs = Channel.CreateUnbounded<ImportJob>();

    public ValueTask AddAsync(ImportJob job) => _jobs.Writer.WriteAsync(job);

    public IAsyncEnumerable<ImportJob> ReadAllAsync(CancellationToken cancellation) => _jobs.Reader.ReadAllAsync(cancellation);
}

public sealed class ImportService(ImportQueue queue, SqliteConnection connection) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var job in queue.ReadAllAsync(stoppingToken))
        {
            var sql = $"INSERT INTO Imports (Source, Priority) VALUES (@Source, {job.Priority})";
            await connection.ExecuteAsync(sql, job);
        }
    }
}

public class ImportsController(ImportQueue queue) : ControllerBase
{
    [HttpPost("imports")]
    public async Task<IActionResult> Post([FromForm] string source)
    {
        await queue.AddAsync(new ImportJob(source, 1));
        return Accepted();
    }
}
