// A dictionary holds what the caller sends under a constant key.
public class TemplatesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("templates")]
    public IActionResult Find(string name)
    {
        var values = new Dictionary<string, string>();
        values["kind"] = "mail";
        values["name"] = name;
        return Ok(connection.Query<int>("SELECT Id FROM Templates WHERE Kind = '" + values["name"] + "'")); // reported
    }
}
//// good twin
// The value of the other key goes into the text.
public class TemplatesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("templates")]
    public IActionResult Find(string name)
    {
        var values = new Dictionary<string, string>();
        values["kind"] = "mail";
        values["name"] = name;
        return Ok(connection.Query<int>("SELECT Id FROM Templates WHERE Kind = '" + values["kind"] + "'"));
    }
}
