// A lambda captures the exception and describes it when the answer is made.
namespace Shop.CapturedErrors;

public class CapturedErrorsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("captured-errors")]
    public IActionResult Get()
    {
        Func<string> describe = () => "no error";
        try
        {
            return Ok(connection.Query<int>("SELECT Id FROM Items"));
        }
        catch (SqliteException ex)
        {
            describe = () => ex.StackTrace ?? "no stack";
        }

        return StatusCode(503, describe()); // reported
    }
}
//// good twin
// The lambda captures the exception and tells one of two constants.
namespace Shop.CapturedErrors;

public class CapturedErrorsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("captured-errors")]
    public IActionResult Get()
    {
        Func<string> describe = () => "no error";
        try
        {
            return Ok(connection.Query<int>("SELECT Id FROM Items"));
        }
        catch (SqliteException ex)
        {
            describe = () => ex.SqliteErrorCode == 5 ? "busy" : "failed";
        }

        return StatusCode(503, describe());
    }
}
