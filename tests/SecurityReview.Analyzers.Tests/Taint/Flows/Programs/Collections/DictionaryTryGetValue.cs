// A dictionary of what the caller sends is asked for a key.
public class AttributesController(SqliteConnection connection) : ControllerBase
{
    private static readonly Dictionary<string, string> s_known = new() { ["color"] = "Color", ["size"] = "Size" };

    [HttpPost("attributes")]
    public IActionResult Find([FromBody] Dictionary<string, string> sent)
    {
        if (!sent.TryGetValue("column", out var column))
            return BadRequest();
        return Ok(connection.Query("SELECT " + column + " FROM Attributes")); // reported
    }
}
//// good twin
// A dictionary of constants is asked for the key that the caller sends.
public class AttributesController(SqliteConnection connection) : ControllerBase
{
    private static readonly Dictionary<string, string> s_known = new() { ["color"] = "Color", ["size"] = "Size" };

    [HttpPost("attributes")]
    public IActionResult Find([FromBody] Dictionary<string, string> sent)
    {
        if (!s_known.TryGetValue(sent["column"], out var column))
            return BadRequest();
        return Ok(connection.Query("SELECT " + column + " FROM Attributes"));
    }
}
