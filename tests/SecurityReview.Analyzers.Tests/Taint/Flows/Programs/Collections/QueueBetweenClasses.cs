// A queue that two classes share hands the names of uploads to a background worker.
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

public sealed class Uploads
{
    private readonly Queue<string> _names = new();

    public void Add(string name)
    {
        lock (_names)
            _names.Enqueue(name);
    }

    public string? Next()
    {
        lock (_names)
            return _names.TryDequeue(out var name) ? name : null;
    }
}

public class UploadController(Uploads uploads) : ControllerBase
{
    [HttpPost("uploads")]
    public IActionResult Post(IFormFile file)
    {
        uploads.Add(file.FileName);
        return Accepted();
    }
}

public class UploadWorker(Uploads uploads, SqliteConnection connection) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (uploads.Next() is { } name)
                await connection.ExecuteAsync("INSERT INTO Uploads (Name) VALUES ('" + name + "')"); // reported
            await Task.Delay(1000, stoppingToken);
        }
    }
}
//// file
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddSingleton<Uploads>();
builder.Services.AddSingleton(_ => new SqliteConnection("Data Source=uploads.db"));
builder.Services.AddHostedService<UploadWorker>();
var app = builder.Build();
app.MapControllers();
app.Run();
//// good twin
// The queue hands over an identifier that the program makes, not the name of the upload.
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

public sealed class Uploads
{
    private readonly Queue<string> _names = new();

    public void Add(string name)
    {
        lock (_names)
            _names.Enqueue(name);
    }

    public string? Next()
    {
        lock (_names)
            return _names.TryDequeue(out var name) ? name : null;
    }
}

public class UploadController(Uploads uploads) : ControllerBase
{
    [HttpPost("uploads")]
    public IActionResult Post(IFormFile file)
    {
        uploads.Add(file.FileName.Length > 0 ? Guid.NewGuid().ToString("N") : "empty");
        return Accepted();
    }
}

public class UploadWorker(Uploads uploads, SqliteConnection connection) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (uploads.Next() is { } name)
                await connection.ExecuteAsync("INSERT INTO Uploads (Name) VALUES ('" + name + "')");
            await Task.Delay(1000, stoppingToken);
        }
    }
}
//// file
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddSingleton<Uploads>();
builder.Services.AddSingleton(_ => new SqliteConnection("Data Source=uploads.db"));
builder.Services.AddHostedService<UploadWorker>();
var app = builder.Build();
app.MapControllers();
app.Run();
