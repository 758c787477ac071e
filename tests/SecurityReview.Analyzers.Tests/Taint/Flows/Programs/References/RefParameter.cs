// A method appends the caller's text to a variable that it gets by reference.
namespace Shop.Composing;

public class ComposingController(SqliteConnection connection) : ControllerBase
{
    private static void AddCondition(ref string sql, string column, string value)
    {
        sql += sql.Contains("WHERE") ? " AND " : " WHERE ";
        sql += column + " = '" + value + "'";
    }

    [HttpGet("composing")]
    public IActionResult Get(string brand)
    {
        var sql = "SELECT Id FROM Cars";
        AddCondition(ref sql, "Sold", "no");
        AddCondition(ref sql, "Brand", brand);
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The condition with the caller's text is appended to another variable, which is not run.
namespace Shop.Composing;

public class ComposingController(SqliteConnection connection) : ControllerBase
{
    private static void AddCondition(ref string sql, string column, string value)
    {
        sql += sql.Contains("WHERE") ? " AND " : " WHERE ";
        sql += column + " = '" + value + "'";
    }

    [HttpGet("composing")]
    public IActionResult Get(string brand)
    {
        var sql = "SELECT Id FROM Cars";
        AddCondition(ref sql, "Sold", "no");
        var title = "Cars";
        AddCondition(ref title, "Brand", brand);
        Response.Headers["X-Title-Length"] = title.Length.ToString();
        return Ok(connection.Query<int>(sql));
    }
}
