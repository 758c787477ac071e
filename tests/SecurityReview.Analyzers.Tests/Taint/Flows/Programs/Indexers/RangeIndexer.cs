// A type that counts and slices is indexed from the end and by a range.
namespace Shop.Windows;

public class Window(string text)
{
    public int Length => text.Length;

    public char this[int index] => text[index];

    public string Slice(int start, int length) => text.Substring(start, length);
}

public class WindowsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("windows")]
    public IActionResult Get(string title)
    {
        var window = new Window(title);
        var sql = "SELECT Id FROM Windows WHERE Title = '" + window[1..^1] + "'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The index from the end gives a character, which is used as its number.
namespace Shop.Windows;

public class Window(string text)
{
    public int Length => text.Length;

    public char this[int index] => text[index];

    public string Slice(int start, int length) => text.Substring(start, length);
}

public class WindowsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("windows")]
    public IActionResult Get(string title)
    {
        var window = new Window(title);
        var sql = "SELECT Id FROM Windows WHERE Title = '" + (int)window[^1] + "'";
        return Ok(connection.Query<int>(sql));
    }
}
