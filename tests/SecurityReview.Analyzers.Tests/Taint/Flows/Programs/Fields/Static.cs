// A static field keeps the filter from one request for the next.
public class DashboardController(SqliteConnection connection) : ControllerBase
{
    private static string s_filter = "1 = 1";
    private static string s_caption = "All";

    [HttpPost("dashboard")]
    public void Choose([FromForm] string filter, [FromForm] string caption)
    {
        s_filter = filter;
        s_caption = caption;
    }

    [HttpGet("dashboard")]
    public IActionResult Show()
    {
        var rows = connection.Query("SELECT * FROM Metrics WHERE " + s_filter); // reported
        return Ok(new { s_caption, rows });
    }
}
//// good twin
// The static field in the text is set to one of two constants only; the caption is what the caller sends.
public class DashboardController(SqliteConnection connection) : ControllerBase
{
    private static string s_filter = "1 = 1";
    private static string s_caption = "All";

    [HttpPost("dashboard")]
    public void Choose([FromForm] string filter, [FromForm] string caption)
    {
        s_filter = filter == "hot" ? "Heat > 50" : "1 = 1";
        s_caption = caption;
    }

    [HttpGet("dashboard")]
    public IActionResult Show()
    {
        var rows = connection.Query("SELECT * FROM Metrics WHERE " + s_filter);
        return Ok(new { s_caption, rows });
    }
}
