// A query is filtered step by step, and the texts that are left are joined.
namespace Shop.Steps;

public class ColumnsController(SqliteConnection connection) : ControllerBase
{
    private static readonly string[] s_known = ["Id", "Name", "Price"];

    [HttpGet("columns")]
    public IActionResult Get([FromQuery] string[] fields, bool sorted)
    {
        IEnumerable<string> columns = fields.Distinct();
        if (sorted)
            columns = columns.OrderBy(name => name);
        columns = columns.Where(name => name.Length < 20).DefaultIfEmpty("Id");
        var sql = $"SELECT {string.Join(", ", columns)} FROM Things";
        return Ok(connection.Query(sql)); // reported
    }
}
//// good twin
// The texts that are left are those of a constant list.
namespace Shop.Steps;

public class ColumnsController(SqliteConnection connection) : ControllerBase
{
    private static readonly string[] s_known = ["Id", "Name", "Price"];

    [HttpGet("columns")]
    public IActionResult Get([FromQuery] string[] fields, bool sorted)
    {
        IEnumerable<string> columns = s_known.Intersect(fields);
        if (sorted)
            columns = columns.OrderBy(name => name);
        columns = columns.Where(name => name.Length < 20).DefaultIfEmpty("Id");
        var sql = $"SELECT {string.Join(", ", columns)} FROM Things";
        return Ok(connection.Query(sql));
    }
}
