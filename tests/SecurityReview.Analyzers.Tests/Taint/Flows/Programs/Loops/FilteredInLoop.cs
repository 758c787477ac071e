// A loop skips what is not in the list, but only in the caption.
public class FacetsController(SqliteConnection connection) : ControllerBase
{
    private static readonly HashSet<string> s_columns = new() { "Color", "Size", "Brand" };

    [HttpGet("facets")]
    public IActionResult Find([FromQuery] string[] columns)
    {
        var caption = "";
        var list = "Id";
        foreach (var column in columns)
        {
            list += ", " + column;
            if (!s_columns.Contains(column))
                continue;
            caption += column + " ";
        }

        return Ok(new { caption, rows = connection.Query("SELECT " + list + " FROM Facets") }); // reported
    }
}
//// good twin
// A loop skips what is not in the list before it adds to the text.
public class FacetsController(SqliteConnection connection) : ControllerBase
{
    private static readonly HashSet<string> s_columns = new() { "Color", "Size", "Brand" };

    [HttpGet("facets")]
    public IActionResult Find([FromQuery] string[] columns)
    {
        var caption = "";
        var list = "Id";
        foreach (var column in columns)
        {
            if (!s_columns.Contains(column))
                continue;
            list += ", " + column;
            caption += column + " ";
        }

        return Ok(new { caption, rows = connection.Query("SELECT " + list + " FROM Facets") });
    }
}
