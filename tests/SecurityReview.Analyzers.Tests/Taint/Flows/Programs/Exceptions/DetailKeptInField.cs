// A background worker keeps its last exception, and a status action answers with its text.
using Microsoft.Extensions.Hosting;

public class Worker : BackgroundService
{
    public Exception? Last { get; private set; }

    public string State { get; private set; } = "new";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            State = "running";
            await Task.Delay(1000, stoppingToken);
        }
        catch (Exception problem)
        {
            Last = problem;
            State = "failed";
        }
    }
}

public class StatusController(Worker worker) : ControllerBase
{
    [HttpGet("status")]
    public IActionResult Get()
    {
        if (worker.Last is { } problem)
            return Ok($"{worker.State}: {problem}"); // reported
        return Ok(worker.State);
    }
}
//// file
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddSingleton<Worker>();
builder.Services.AddHostedService(services => services.GetRequiredService<Worker>());
var app = builder.Build();
app.MapControllers();
app.Run();
//// good twin
// The status action answers with the state and when it changed, not with the exception that is kept.
using Microsoft.Extensions.Hosting;

public class Worker : BackgroundService
{
    public Exception? Last { get; private set; }

    public string State { get; private set; } = "new";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            State = "running";
            await Task.Delay(1000, stoppingToken);
        }
        catch (Exception problem)
        {
            Last = problem;
            State = "failed";
        }
    }
}

public class StatusController(Worker worker) : ControllerBase
{
    [HttpGet("status")]
    public IActionResult Get()
    {
        if (worker.Last is { } problem)
            return Ok($"{worker.State}: {problem.HResult}");
        return Ok(worker.State);
    }
}
//// file
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddSingleton<Worker>();
builder.Services.AddHostedService(services => services.GetRequiredService<Worker>());
var app = builder.Build();
app.MapControllers();
app.Run();
