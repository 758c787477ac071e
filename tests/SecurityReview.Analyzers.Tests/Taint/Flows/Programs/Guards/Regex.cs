// The pattern is not anchored at its end, so that anything may follow.
using System.Text.RegularExpressions;

public static class Names
{
    public static bool IsName(string text) => Regex.IsMatch(text, "^[A-Za-z_]+");
}

public class ViewsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("views/{view}")]
    public IActionResult Show(string view)
    {
        if (!Names.IsName(view))
            return BadRequest();
        return Ok(connection.Query("SELECT * FROM " + view)); // reported
    }
}
//// good twin
// The pattern is anchored and admits letters and underscores only.
using System.Text.RegularExpressions;

public static class Names
{
    public static bool IsName(string text) => Regex.IsMatch(text, "^[A-Za-z_]+\\z");
}

public class ViewsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("views/{view}")]
    public IActionResult Show(string view)
    {
        if (!Names.IsName(view))
            return BadRequest();
        return Ok(connection.Query("SELECT * FROM " + view));
    }
}
