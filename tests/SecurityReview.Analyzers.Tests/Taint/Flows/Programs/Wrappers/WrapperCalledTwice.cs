// One wrapper is called with two composed texts in one action.
public class MergeController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("merge")]
    public IActionResult Merge(string from, string to)
    {
        Do("UPDATE Tags SET Name = '" + to + "' WHERE Name = 'draft'"); // reported
        Do("DELETE FROM Tags WHERE Name = 'draft'");
        Do("DELETE FROM Tags WHERE Name = '" + from + "'"); // reported
        return Ok();
    }

    private void Do(string sql, object? values = null) => connection.Execute(sql, values);
}
//// good twin
// The wrapper is called with constant texts and the values for their placeholders.
public class MergeController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("merge")]
    public IActionResult Merge(string from, string to)
    {
        Do("UPDATE Tags SET Name = @to WHERE Name = 'draft'", new { to });
        Do("DELETE FROM Tags WHERE Name = 'draft'");
        Do("DELETE FROM Tags WHERE Name = @from", new { from });
        return Ok();
    }

    private void Do(string sql, object? values = null) => connection.Execute(sql, values);
}
