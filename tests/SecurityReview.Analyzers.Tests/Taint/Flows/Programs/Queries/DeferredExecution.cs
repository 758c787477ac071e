// A query captures a variable that receives the caller's text before the query is walked.
namespace Shop.Deferred;

public class DeferredController(SqliteConnection connection) : ControllerBase
{
    private static readonly string[] s_columns = ["Name", "City"];

    [HttpGet("deferred")]
    public IActionResult Get(string text)
    {
        var value = "nothing";
        var conditions = s_columns.Select(column => column + " = '" + value + "'");
        value = text;
        var sql = "SELECT Id FROM Users WHERE " + string.Join(" OR ", conditions);
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The query is walked into a list before the variable receives the caller's text.
namespace Shop.Deferred;

public class DeferredController(SqliteConnection connection) : ControllerBase
{
    private static readonly string[] s_columns = ["Name", "City"];

    [HttpGet("deferred")]
    public IActionResult Get(string text)
    {
        var value = "nothing";
        var conditions = s_columns.Select(column => column + " = '" + value + "'").ToList();
        value = text;
        var sql = "SELECT Id FROM Users WHERE " + string.Join(" OR ", conditions);
        return Ok(new { value, ids = connection.Query<int>(sql) });
    }
}
