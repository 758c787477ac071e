// What a finally block writes is used after it.
namespace Shop.Finals;

public class FinalsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("finals")]
    public IActionResult Get(string state)
    {
        var used = "open";
        try
        {
            used = int.Parse(state).ToString();
        }
        catch (FormatException)
        {
            used = "none";
        }
        finally
        {
            used = state;
        }

        var sql = "SELECT Id FROM States WHERE Name = '" + used + "'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The finally block overwrites what the try block has taken over.
namespace Shop.Finals;

public class FinalsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("finals")]
    public IActionResult Get(string state)
    {
        var used = "open";
        try
        {
            used = state.Substring(1);
        }
        catch (ArgumentOutOfRangeException)
        {
            used = "none";
        }
        finally
        {
            used = "done";
        }

        var sql = "SELECT Id FROM States WHERE Name = '" + used + "'";
        return Ok(connection.Query<int>(sql));
    }
}
