// A dictionary is made with an initializer and read in another method by a constant key.
public class ReplacementController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("replacements")]
    public IActionResult Find()
    {
        var values = new Dictionary<string, string>
        {
            ["table"] = Request.Query["table"].ToString(),
            ["fallback"] = "Texts",
        };
        return Ok(connection.Query(Text(values))); // reported
    }

    private static string Text(Dictionary<string, string> values) => "SELECT * FROM " + values["table"];
}
//// good twin
// The dictionary is read by the other key.
public class ReplacementController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("replacements")]
    public IActionResult Find()
    {
        var values = new Dictionary<string, string>
        {
            ["table"] = Request.Query["table"].ToString(),
            ["fallback"] = "Texts",
        };
        return Ok(connection.Query(Text(values)));
    }

    private static string Text(Dictionary<string, string> values) => "SELECT * FROM " + values["fallback"];
}
