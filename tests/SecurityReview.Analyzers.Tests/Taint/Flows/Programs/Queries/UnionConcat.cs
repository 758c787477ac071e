// Concat, Append, Union and Reverse carry the caller's element among constants.
namespace Shop.Unions;

public class UnionsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("unions")]
    public IActionResult Get(string column)
    {
        IEnumerable<string> columns = new[] { "Id", "Name" };
        var shown = columns.Concat(["Price"]).Append(column).Union(["Stock"]).Reverse().ToArray();
        var sql = "SELECT " + string.Join(", ", shown) + " FROM Products";
        return Ok(connection.Query<string>(sql)); // reported
    }
}
//// good twin
// Intersecting with the constants leaves only the constants.
namespace Shop.Unions;

public class UnionsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("unions")]
    public IActionResult Get(string column)
    {
        IEnumerable<string> columns = new[] { "Id", "Name" };
        var shown = columns.Concat(["Price"]).Append(column).Intersect(["Id", "Name", "Price"]).Reverse().ToArray();
        var sql = "SELECT " + string.Join(", ", shown) + " FROM Products";
        return Ok(connection.Query<string>(sql));
    }
}
