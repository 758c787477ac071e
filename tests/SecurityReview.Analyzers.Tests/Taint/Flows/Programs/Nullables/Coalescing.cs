// The text comes through a null-conditional access and a coalescing.
namespace Shop.Nulls;

public record Page(string? Title, Page? Parent);

public class PagesController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("pages")]
    public IActionResult Post([FromBody] Page? page)
    {
        var title = page?.Parent?.Title?.Trim() ?? page?.Title ?? "none";
        var sql = "INSERT INTO Pages (Title) VALUES ('" + title + "')";
        return Ok(connection.Execute(sql)); // reported
    }
}
//// good twin
// The null-conditional accesses end in a number.
namespace Shop.Nulls;

public record Page(string? Title, Page? Parent);

public class PagesController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("pages")]
    public IActionResult Post([FromBody] Page? page)
    {
        var title = page?.Parent?.Title?.Length ?? page?.Title?.Length ?? 0;
        var sql = "INSERT INTO Pages (Title) VALUES ('" + title + "')";
        return Ok(connection.Execute(sql));
    }
}
