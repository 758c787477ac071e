// A struct is passed by reference, so the callee changes the one that is used.
public struct Window
{
    public string Column;
    public int Size;
}

public class WindowsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("windows")]
    public IActionResult Find(string column)
    {
        var window = new Window { Column = "Id", Size = 10 };
        Apply(ref window, column);
        return Ok(connection.Query($"SELECT * FROM Windows ORDER BY {window.Column} LIMIT {window.Size}")); // reported
    }

    private static void Apply(ref Window window, string column)
    {
        window.Column = column;
        window.Size = 20;
    }
}
//// good twin
// A struct is passed by value, so the callee changes a copy.
public struct Window
{
    public string Column;
    public int Size;
}

public class WindowsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("windows")]
    public IActionResult Find(string column)
    {
        var window = new Window { Column = "Id", Size = 10 };
        Apply(window, column);
        return Ok(connection.Query($"SELECT * FROM Windows ORDER BY {window.Column} LIMIT {window.Size}"));
    }

    private static void Apply(Window window, string column)
    {
        window.Column = column;
        window.Size = 20;
    }
}
