// A middleware writes what a formatter of the program makes of the exception.
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Shop.ErrorMiddleware;

public interface IErrorFormatter
{
    string Format(Exception exception);
}

public sealed class TextFormatter : IErrorFormatter
{
    public string Format(Exception exception)
    {
        var text = new StringBuilder("error: ");
        text.AppendLine(exception.StackTrace);
        return text.ToString();
    }
}

public class ErrorMiddleware(RequestDelegate next, IErrorFormatter formatter)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception ex)
        {
            context.Response.StatusCode = 500;
            await context.Response.WriteAsync(formatter.Format(ex)); // reported
        }
    }
}
//// good twin
// The formatter writes only whether there is a stack.
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Shop.ErrorMiddleware;

public interface IErrorFormatter
{
    string Format(Exception exception);
}

public sealed class TextFormatter : IErrorFormatter
{
    public string Format(Exception exception)
    {
        var text = new StringBuilder("error: ");
        text.AppendLine(exception.StackTrace is null ? "unknown" : "internal");
        return text.ToString();
    }
}

public class ErrorMiddleware(RequestDelegate next, IErrorFormatter formatter)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception ex)
        {
            context.Response.StatusCode = 500;
            await context.Response.WriteAsync(formatter.Format(ex));
        }
    }
}
