using Microsoft.Extensions.DependencyInjection;

namespace Cinema;

internal static class Entry
{
    private static void Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddTransient<Guard>();
        var app = builder.Build();
        app.UseGuard();
        app.MapPost("/tickets", (Ticket ticket) => Results.Created("/tickets/1", ticket));
        app.Run();
    }

    private static IApplicationBuilder UseGuard(this IApplicationBuilder app) => app.UseMiddleware<Guard>();
}

public record Ticket(string Film, int Seat);

public class Guard(ILogger<Guard> logger) : IMiddleware
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException ex)
        {
            context.Response.StatusCode = ex.StatusCode;
        }
        catch (Exception ex) when (!context.Response.HasStarted)
        {
            logger.LogError(ex, "{Path}", context.Request.Path);
            context.Response.StatusCode = 500;
            await context.Response.WriteAsJsonAsync(new { error = "Something went wrong." });
        }
    }
}
