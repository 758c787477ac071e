using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddExceptionHandler<Handler>().AddProblemDetails();
builder.Services.AddSignalR(o =>
{
    if (builder.Environment.IsDevelopment())
        o.EnableDetailedErrors = true;
});
var app = builder.Build();
app.UseExceptionHandler(_ => { });
app.MapGet("/", () => "hello");
app.Run();

public class Handler(ILogger<Handler> logger) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellation)
    {
        logger.LogError(exception, "unhandled");
        return ValueTask.FromResult(false);
    }
}
