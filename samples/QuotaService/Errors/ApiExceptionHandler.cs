using Microsoft.AspNetCore.Diagnostics;
using QuotaService.Quotas;

namespace QuotaService.Errors;

/// <summary>Turns what the handlers let through into a problem response that says no more than the client may know.</summary>
public sealed class ApiExceptionHandler(
    IProblemDetailsService problems,
    IHostEnvironment environment,
    ILogger<ApiExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, title) = exception switch
        {
            QuotaExceededException exceeded => (StatusCodes.Status409Conflict, exceeded.Message),
            KeyNotFoundException => (StatusCodes.Status404NotFound, "There is no such thing."),
            UnauthorizedAccessException => (StatusCodes.Status403Forbidden, "This is not yours."),
            BadHttpRequestException bad => (bad.StatusCode, "The request is not complete or not well formed."),
            _ => (StatusCodes.Status500InternalServerError, "Something went wrong on our side."),
        };

        if (status == StatusCodes.Status500InternalServerError)
        {
            logger.LogError(exception, "A request to {Path} failed.", httpContext.Request.Path);
        }

        httpContext.Response.StatusCode = status;
        var context = new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = { Status = status, Title = title },
        };
        if (environment.IsDevelopment())
        {
            context.ProblemDetails.Detail = exception.ToString();
        }

        return await problems.TryWriteAsync(context);
    }
}
