// Replace takes one kind of character out of the text and leaves the quote.
using System.Text.RegularExpressions;

namespace Shop.Cleaning;

public class CleaningController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("cleaning")]
    public IActionResult Get(string name)
    {
        var clean = Regex.Replace(name, @"\s+", " ");
        var sql = "SELECT Id FROM Users WHERE Name = '" + clean + "'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// Replace takes everything but letters and digits out of the text.
using System.Text.RegularExpressions;

namespace Shop.Cleaning;

public class CleaningController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("cleaning")]
    public IActionResult Get(string name)
    {
        var clean = Regex.Replace(name, "[^A-Za-z0-9]", "");
        var sql = "SELECT Id FROM Users WHERE Name = '" + clean + "'";
        return Ok(connection.Query<int>(sql));
    }
}
