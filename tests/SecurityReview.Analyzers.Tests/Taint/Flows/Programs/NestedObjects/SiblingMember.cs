// An object graph is built by initializers and read back member by member.
public class Screen
{
    public Panel Left { get; set; } = new();

    public Panel Right { get; set; } = new();
}

public class Panel
{
    public string Source { get; set; } = "Facts";

    public string Title { get; set; } = "";
}

public class ScreensController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("screens")]
    public IActionResult Show(string source)
    {
        var screen = new Screen { Left = { Source = "Sales" }, Right = { Source = source, Title = "Right" } };
        return Ok(new { screen.Right.Title, rows = connection.Query("SELECT * FROM " + screen.Right.Source) }); // reported
    }
}
//// good twin
// The sibling object, which has a constant, is read.
public class Screen
{
    public Panel Left { get; set; } = new();

    public Panel Right { get; set; } = new();
}

public class Panel
{
    public string Source { get; set; } = "Facts";

    public string Title { get; set; } = "";
}

public class ScreensController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("screens")]
    public IActionResult Show(string source)
    {
        var screen = new Screen { Left = { Source = "Sales" }, Right = { Source = source, Title = "Right" } };
        return Ok(new { screen.Right.Title, rows = connection.Query("SELECT * FROM " + screen.Left.Source) });
    }
}
