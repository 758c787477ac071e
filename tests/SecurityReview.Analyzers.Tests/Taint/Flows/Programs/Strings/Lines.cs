// ReplaceLineEndings, Split into lines and the first of them.
namespace Shop.LinesOfText;

public class TextController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("text")]
    public IActionResult Post([FromBody] string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var title = lines.Length > 0 ? lines[0] : "untitled";
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO Texts (Title) VALUES ('" + title + "')"; // reported
        return Ok(command.ExecuteNonQuery());
    }
}
//// good twin
// Only whether there is more than one line shows in the statement.
namespace Shop.LinesOfText;

public class TextController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("text")]
    public IActionResult Post([FromBody] string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var title = lines.Length > 0 && lines[0].Length > 80 ? "long" : "untitled";
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO Texts (Title) VALUES ('" + title + "')";
        return Ok(command.ExecuteNonQuery());
    }
}
