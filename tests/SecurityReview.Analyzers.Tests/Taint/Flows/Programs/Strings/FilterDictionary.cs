// Columns and values of a dictionary are written into conditions.
using System.Text;

namespace Shop.Filters;

public class ShipmentsController(SqliteConnection connection) : ControllerBase
{
    private static readonly HashSet<string> s_columns = new(StringComparer.Ordinal) { "Status", "Carrier" };

    [HttpPost("shipments/search")]
    public IActionResult Search([FromBody] Dictionary<string, string> filters)
    {
        var sql = new StringBuilder("SELECT * FROM Shipments WHERE 1 = 1");
        var values = new DynamicParameters();
        foreach (var (column, value) in filters)
        {
            if (string.IsNullOrEmpty(column))
                continue;
            sql.Append($" AND {column} = @{column}");
            values.Add(column, value);
        }

        return Ok(connection.Query(sql.ToString(), values)); // reported
    }
}
//// good twin
// The columns are checked and the values are parameters.
using System.Text;

namespace Shop.Filters;

public class ShipmentsController(SqliteConnection connection) : ControllerBase
{
    private static readonly HashSet<string> s_columns = new(StringComparer.Ordinal) { "Status", "Carrier" };

    [HttpPost("shipments/search")]
    public IActionResult Search([FromBody] Dictionary<string, string> filters)
    {
        var sql = new StringBuilder("SELECT * FROM Shipments WHERE 1 = 1");
        var values = new DynamicParameters();
        foreach (var (column, value) in filters)
        {
            if (!s_columns.Contains(column))
                continue;
            sql.Append($" AND {column} = @{column}");
            values.Add(column, value);
        }

        return Ok(connection.Query(sql.ToString(), values));
    }
}
