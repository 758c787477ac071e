// A dictionary maps what it knows, and the rest falls back to what the caller sends.
public class OrderController(SqliteConnection connection) : ControllerBase
{
    private static readonly IReadOnlyDictionary<string, string> s_columns = new Dictionary<string, string>
    {
        ["name"] = "LastName",
        ["age"] = "BirthDate",
    };

    [HttpGet("order")]
    public IActionResult List(string by)
    {
        var column = s_columns.TryGetValue(by, out var known) ? known : by;
        return Ok(connection.Query("SELECT * FROM Persons ORDER BY " + column)); // reported
    }
}
//// good twin
// A dictionary maps what it knows, and the rest falls back to a constant.
public class OrderController(SqliteConnection connection) : ControllerBase
{
    private static readonly IReadOnlyDictionary<string, string> s_columns = new Dictionary<string, string>
    {
        ["name"] = "LastName",
        ["age"] = "BirthDate",
    };

    [HttpGet("order")]
    public IActionResult List(string by)
    {
        var column = s_columns.TryGetValue(by, out var known) ? known : "Id";
        return Ok(connection.Query("SELECT * FROM Persons ORDER BY " + column));
    }
}
