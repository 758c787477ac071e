// A middleware writes what a private method makes of the exception.
using Microsoft.AspNetCore.Http;

public sealed class ErrorMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception)
        {
            context.Response.StatusCode = 500;
            var lines = Lines(exception);
            await context.Response.WriteAsync(string.Join("\n", lines)); // reported
        }
    }

    private static List<string> Lines(Exception exception)
    {
        var lines = new List<string> { "Something failed." };
        for (var current = exception; current != null; current = current.InnerException)
            lines.Add(current.ToString());
        return lines;
    }
}
//// good twin
// The private method counts the exceptions.
using Microsoft.AspNetCore.Http;

public sealed class ErrorMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception)
        {
            context.Response.StatusCode = 500;
            var lines = Lines(exception);
            await context.Response.WriteAsync(string.Join("\n", lines));
        }
    }

    private static List<string> Lines(Exception exception)
    {
        var lines = new List<string> { "Something failed." };
        for (var current = exception; current != null; current = current.InnerException)
            lines.Add("Level " + lines.Count);
        return lines;
    }
}
