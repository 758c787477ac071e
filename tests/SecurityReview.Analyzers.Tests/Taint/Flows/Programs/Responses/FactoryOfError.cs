// A factory of the program puts the exception's text into the object that is sent.
using Microsoft.Extensions.Logging;

namespace Shop.Errors;

public class ApiError
{
    public string Title { get; init; } = "The request failed.";

    public string? Detail { get; init; }

    public static ApiError From(Exception exception) => new() { Detail = exception.ToString() };
}

public class ErrorsController(SqliteConnection connection, ILogger<ErrorsController> logger) : ControllerBase
{
    [HttpGet("errors")]
    public IActionResult Get()
    {
        try
        {
            return Ok(connection.Query<int>("SELECT Id FROM Errors"));
        }
        catch (SqliteException ex)
        {
            logger.LogError(ex, "Reading failed.");
            return StatusCode(500, ApiError.From(ex)); // reported
        }
    }
}
//// good twin
// The factory looks at the exception and keeps a constant.
using Microsoft.Extensions.Logging;

namespace Shop.Errors;

public class ApiError
{
    public string Title { get; init; } = "The request failed.";

    public string? Detail { get; init; }

    public static ApiError From(Exception exception) => new() { Detail = exception is DbException ? "The database did not answer." : null };
}

public class ErrorsController(SqliteConnection connection, ILogger<ErrorsController> logger) : ControllerBase
{
    [HttpGet("errors")]
    public IActionResult Get()
    {
        try
        {
            return Ok(connection.Query<int>("SELECT Id FROM Errors"));
        }
        catch (SqliteException ex)
        {
            logger.LogError(ex, "Reading failed.");
            return StatusCode(500, ApiError.From(ex));
        }
    }
}
