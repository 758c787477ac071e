// The exception's text comes back through two calls before it is sent.
namespace Shop.TwoCalls;

public static class Describe
{
    public static string Full(Exception exception) => "Error: " + Inner(exception, 3);

    private static string Inner(Exception exception, int depth) =>
        exception.InnerException is { } inner && depth > 0 ? Inner(inner, depth - 1) : exception.ToString();
}

public class TwoCallsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("two-calls")]
    public IActionResult Post([FromBody] int[] ids)
    {
        try
        {
            return Ok(connection.Execute("DELETE FROM Items WHERE Id IN @ids", new { ids }));
        }
        catch (Exception ex)
        {
            var text = Describe.Full(ex);
            return BadRequest(text); // reported
        }
    }
}
//// good twin
// What comes back through the two calls is a constant for the kind of exception.
namespace Shop.TwoCalls;

public static class Describe
{
    public static string Full(Exception exception) => "Error: " + Inner(exception, 3);

    private static string Inner(Exception exception, int depth) =>
        exception.InnerException is { } inner && depth > 0 ? Inner(inner, depth - 1) : exception is TimeoutException ? "timeout" : "failure";
}

public class TwoCallsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("two-calls")]
    public IActionResult Post([FromBody] int[] ids)
    {
        try
        {
            return Ok(connection.Execute("DELETE FROM Items WHERE Id IN @ids", new { ids }));
        }
        catch (Exception ex)
        {
            var text = Describe.Full(ex);
            return BadRequest(text);
        }
    }
}
