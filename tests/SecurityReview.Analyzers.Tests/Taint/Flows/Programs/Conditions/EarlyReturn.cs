// A method returns early under a condition that never holds, so that the sink is reached.
public class DraftsController(SqliteConnection connection) : ControllerBase
{
    private const bool IsClosed = false;

    [HttpGet("drafts")]
    public IActionResult Find(string author)
    {
        if (IsClosed)
            return NotFound();
        var sql = "SELECT Id FROM Drafts WHERE Author = '" + author + "'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// A method returns early under a condition that always holds, so that the sink is never reached.
public class DraftsController(SqliteConnection connection) : ControllerBase
{
    private const bool IsClosed = true;

    [HttpGet("drafts")]
    public IActionResult Find(string author)
    {
        if (IsClosed)
            return NotFound();
        var sql = "SELECT Id FROM Drafts WHERE Author = '" + author + "'";
        return Ok(connection.Query<int>(sql));
    }
}
