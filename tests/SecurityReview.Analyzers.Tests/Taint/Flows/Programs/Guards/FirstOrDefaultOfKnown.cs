// The first known column that the text contains decides, but the text is composed.
namespace Shop.Firsts;

public class ListsController(SqliteConnection connection) : ControllerBase
{
    private static readonly string[] s_columns = ["Name", "Age"];

    [HttpGet("lists")]
    public IActionResult Get(string order)
    {
        var column = s_columns.FirstOrDefault(known => string.Equals(known, order, StringComparison.OrdinalIgnoreCase));
        if (column is null && order.Length > 10)
            return BadRequest();
        return Ok(connection.Query("SELECT * FROM Lists ORDER BY " + (column ?? order))); // reported
    }
}
//// good twin
// The first known column that equals the text is composed.
namespace Shop.Firsts;

public class ListsController(SqliteConnection connection) : ControllerBase
{
    private static readonly string[] s_columns = ["Name", "Age"];

    [HttpGet("lists")]
    public IActionResult Get(string order)
    {
        var column = s_columns.FirstOrDefault(known => string.Equals(known, order, StringComparison.OrdinalIgnoreCase));
        if (column is null && order.Length > 10)
            return BadRequest();
        return Ok(connection.Query("SELECT * FROM Lists ORDER BY " + (column ?? "Id")));
    }
}
