using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace ErrorHandling.Errors;

/// <summary>The last handler: own exceptions say what they say, all others are logged and answered in general words.</summary>
public sealed class ParcelExceptionHandler(IProblemDetailsService problems, IHostEnvironment environment, ILogger<ParcelExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception switch
        {
            ParcelException refused => new ProblemDetails { Status = refused.Status, Title = refused.Message },
            BadHttpRequestException malformed => new ProblemDetails { Status = malformed.StatusCode, Title = malformed.Message },
            _ => new ProblemDetails { Status = StatusCodes.Status500InternalServerError, Title = "Something went wrong on our side." },
        };
        if (problem.Status >= 500)
            logger.LogError(exception, "{Method} {Path} failed", httpContext.Request.Method, httpContext.Request.Path);
        else
            logger.LogInformation(exception, "{Method} {Path} was refused with {Status}", httpContext.Request.Method, httpContext.Request.Path, problem.Status);
        if (environment.IsDevelopment())
            problem.Extensions["exception"] = exception.ToString();
        problem.Extensions["traceId"] = httpContext.TraceIdentifier;

        httpContext.Response.StatusCode = problem.Status ?? StatusCodes.Status500InternalServerError;
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem });
    }
}
