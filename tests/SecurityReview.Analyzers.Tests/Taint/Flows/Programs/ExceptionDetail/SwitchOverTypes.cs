// A switch over the type of the exception gives the detail for one of them.
public class RatesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("rates")]
    public IActionResult Get()
    {
        try
        {
            return Ok(connection.Query<decimal>("SELECT Rate FROM Rates"));
        }
        catch (Exception exception)
        {
            return BadRequest(TextOf(exception)); // reported
        }
    }

    private static string TextOf(Exception exception) => exception switch
    {
        TimeoutException => "It took too long.",
        SqliteException sqlite => "Database: " + sqlite.StackTrace,
        _ => "It failed.",
    };
}
//// good twin
// A switch over the type of the exception gives a number for one of them.
public class RatesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("rates")]
    public IActionResult Get()
    {
        try
        {
            return Ok(connection.Query<decimal>("SELECT Rate FROM Rates"));
        }
        catch (Exception exception)
        {
            return BadRequest(TextOf(exception));
        }
    }

    private static string TextOf(Exception exception) => exception switch
    {
        TimeoutException => "It took too long.",
        SqliteException sqlite => "Database: " + sqlite.SqliteErrorCode,
        _ => "It failed.",
    };
}
