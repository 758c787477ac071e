// Dictionaries within a dictionary keep the values of the request by section.
public class SectionsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("sections")]
    public IActionResult Find()
    {
        var sections = new Dictionary<string, Dictionary<string, string>>
        {
            ["form"] = Request.Form.ToDictionary(field => field.Key, field => field.Value.ToString()),
            ["fixed"] = new() { ["order"] = "Id" },
        };
        return Ok(connection.Query("SELECT * FROM Sections ORDER BY " + sections["form"]["order"])); // reported
    }
}
//// good twin
// The section that the program fills is read.
public class SectionsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("sections")]
    public IActionResult Find()
    {
        var sections = new Dictionary<string, Dictionary<string, string>>
        {
            ["form"] = Request.Form.ToDictionary(field => field.Key, field => field.Value.ToString()),
            ["fixed"] = new() { ["order"] = "Id" },
        };
        return Ok(connection.Query("SELECT * FROM Sections ORDER BY " + sections["fixed"]["order"]));
    }
}
