using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ErrorHandling.Errors;

/// <summary>The carrier's server is not our client's business: its failures become a 502 with words of our own.</summary>
public sealed class CarrierExceptionFilter(ILogger<CarrierExceptionFilter> logger) : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        if (context.Exception is not HttpRequestException failure)
            return;
        logger.LogWarning(failure, "The carrier answered {Status}", failure.StatusCode);
        context.Result = new ObjectResult(new ProblemDetails { Status = StatusCodes.Status502BadGateway, Title = "The carrier cannot be reached." }) { StatusCode = StatusCodes.Status502BadGateway };
        context.ExceptionHandled = true;
    }
}
