// All columns are tested to be short.
namespace Shop.AllKnown;

public class ColumnsController(SqliteConnection connection) : ControllerBase
{
    private static readonly string[] s_known = ["Id", "Name", "Price"];

    [HttpPost("columns")]
    public IActionResult Post([FromBody] List<string> columns)
    {
        if (!columns.All(column => column.Length < 10))
            return BadRequest();
        return Ok(connection.Query("SELECT " + string.Join(",", columns) + " FROM Things")); // reported
    }
}
//// good twin
// All columns are tested to be known.
namespace Shop.AllKnown;

public class ColumnsController(SqliteConnection connection) : ControllerBase
{
    private static readonly string[] s_known = ["Id", "Name", "Price"];

    [HttpPost("columns")]
    public IActionResult Post([FromBody] List<string> columns)
    {
        if (!columns.All(column => s_known.Contains(column)))
            return BadRequest();
        return Ok(connection.Query("SELECT " + string.Join(",", columns) + " FROM Things"));
    }
}
