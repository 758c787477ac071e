// The text is appended to itself, step by step, and handed over at the end.
public class ReportsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("reports")]
    public IActionResult Run(string region)
    {
        var sql = "SELECT SUM(Amount) FROM Sales";
        var title = "Sales";
        sql = sql + " WHERE Region = '";
        sql = sql + region;
        title = title + ".";
        sql = sql + "'";
        return Ok(new { title, sum = connection.ExecuteScalar<decimal>(sql) }); // reported
    }
}
//// good twin
// What the caller sends is appended to the title, not to the text.
public class ReportsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("reports")]
    public IActionResult Run(string region)
    {
        var sql = "SELECT SUM(Amount) FROM Sales";
        var title = "Sales";
        sql = sql + " WHERE Region = '";
        sql = sql + "EU";
        title = title + " of " + region;
        sql = sql + "'";
        return Ok(new { title, sum = connection.ExecuteScalar<decimal>(sql) });
    }
}
