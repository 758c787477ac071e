// A key of a dictionary gets a constant first and what the caller sends later.
public class HintsController(SqliteConnection connection) : ControllerBase
{
    private const string Column = "column";

    [HttpGet("hints")]
    public IActionResult Find(string column)
    {
        var hints = new Dictionary<string, string>();
        hints[Column] = "Id";
        hints[Column] = column;
        return Ok(connection.Query("SELECT * FROM Hints ORDER BY " + hints["column"])); // reported
    }
}
//// good twin
// The key gets what the caller sends first and a constant later.
public class HintsController(SqliteConnection connection) : ControllerBase
{
    private const string Column = "column";

    [HttpGet("hints")]
    public IActionResult Find(string column)
    {
        var hints = new Dictionary<string, string>();
        hints[Column] = column;
        hints[Column] = "Id";
        return Ok(connection.Query("SELECT * FROM Hints ORDER BY " + hints["column"]));
    }
}
