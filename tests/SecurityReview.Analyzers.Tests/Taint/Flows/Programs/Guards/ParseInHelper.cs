// A helper says whether the text is a number, and where it is none the text is used all the same.
public class PagesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("pages")]
    public IActionResult Show(string page)
    {
        var offset = IsNumber(page) ? "0" : page;
        return Ok(connection.Query("SELECT * FROM Pages LIMIT 10 OFFSET " + offset)); // reported
    }

    private static bool IsNumber(string text) => int.TryParse(text, out _);
}
//// good twin
// A helper says whether the text is a number, and where it is none a constant is used.
public class PagesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("pages")]
    public IActionResult Show(string page)
    {
        var offset = IsNumber(page) ? page : "0";
        return Ok(connection.Query("SELECT * FROM Pages LIMIT 10 OFFSET " + offset));
    }

    private static bool IsNumber(string text) => int.TryParse(text, out _);
}
