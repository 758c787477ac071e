// The columns that were asked for are filtered by their length.
namespace Shop.Allowed;

public class FieldsController(SqliteConnection connection) : ControllerBase
{
    private static readonly HashSet<string> s_known = new(StringComparer.OrdinalIgnoreCase) { "Id", "Name", "Price" };

    [HttpGet("fields")]
    public IActionResult Get(string fields)
    {
        var columns = fields.Split(',').Select(field => field.Trim()).Where(field => field.Length > 0).ToArray();
        if (columns.Length == 0)
            return BadRequest();
        return Ok(connection.Query($"SELECT {string.Join(", ", columns)} FROM Things")); // reported
    }
}
//// good twin
// The columns that were asked for are filtered by a list of those that there are.
namespace Shop.Allowed;

public class FieldsController(SqliteConnection connection) : ControllerBase
{
    private static readonly HashSet<string> s_known = new(StringComparer.OrdinalIgnoreCase) { "Id", "Name", "Price" };

    [HttpGet("fields")]
    public IActionResult Get(string fields)
    {
        var columns = fields.Split(',').Select(field => field.Trim()).Where(field => s_known.Contains(field)).ToArray();
        if (columns.Length == 0)
            return BadRequest();
        return Ok(connection.Query($"SELECT {string.Join(", ", columns)} FROM Things"));
    }
}
