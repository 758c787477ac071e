// A property computes its value at the first use and keeps it.
public class SearchController(SqliteConnection connection) : ControllerBase
{
    private string? _term;
    private string? _caption;

    private string Term => _term ??= Request.Form["term"].ToString().Trim();

    private string Caption => _caption ??= "Search";

    [HttpPost("search")]
    public IActionResult Search()
    {
        var caption = Caption + Term.Length;
        return Ok(new { caption, rows = connection.Query("SELECT * FROM Documents WHERE Body LIKE '%" + Term + "%'") }); // reported
    }
}
//// good twin
// Two properties compute their values at the first use, and the one in the text is a constant.
public class SearchController(SqliteConnection connection) : ControllerBase
{
    private string? _term;
    private string? _caption;

    private string Term => _term ??= Request.Form["term"].ToString().Trim();

    private string Caption => _caption ??= "Search";

    [HttpPost("search")]
    public IActionResult Search()
    {
        var caption = Caption + Term.Length;
        return Ok(new { caption, rows = connection.Query("SELECT * FROM Documents WHERE Body LIKE '%" + Caption + "%'") });
    }
}
