// An own method looks the column up in an allow-list, but its answer is only logged.
public class StaffController(SqliteConnection connection) : ControllerBase
{
    private static readonly string[] s_columns = ["Name", "Salary", "Since"];

    [HttpGet("staff")]
    public IActionResult List(string column)
    {
        if (!IsColumn(column))
            Console.Error.WriteLine("No column.");
        return Ok(connection.Query("SELECT * FROM Staff ORDER BY " + column)); // reported
    }

    private static bool IsColumn(string name) => s_columns.Contains(name);
}
//// good twin
// An own method looks the column up in an allow-list, and others are refused.
public class StaffController(SqliteConnection connection) : ControllerBase
{
    private static readonly string[] s_columns = ["Name", "Salary", "Since"];

    [HttpGet("staff")]
    public IActionResult List(string column)
    {
        if (!IsColumn(column))
            return BadRequest("No column.");
        return Ok(connection.Query("SELECT * FROM Staff ORDER BY " + column));
    }

    private static bool IsColumn(string name) => s_columns.Contains(name);
}
