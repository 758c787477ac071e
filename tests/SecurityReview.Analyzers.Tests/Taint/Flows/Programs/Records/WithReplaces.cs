// A record made from the request is copied with another member replaced.
public record Report(string Table, string Title);

public class ReportsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("reports/{table}")]
    public IActionResult Show(string table, string title)
    {
        var asked = new Report(table, title);
        var report = asked with { Title = "Report" };
        return Ok(new { asked.Title, rows = connection.Query("SELECT * FROM " + report.Table) }); // reported
    }
}
//// good twin
// The copy replaces the member that goes into the text by a constant.
public record Report(string Table, string Title);

public class ReportsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("reports/{table}")]
    public IActionResult Show(string table, string title)
    {
        var asked = new Report(table, title);
        var report = asked with { Table = "Reports" };
        return Ok(new { asked.Title, rows = connection.Query("SELECT * FROM " + report.Table) });
    }
}
