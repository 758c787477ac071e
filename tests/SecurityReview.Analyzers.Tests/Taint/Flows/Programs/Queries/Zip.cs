// Zip pairs constant columns with the caller's values.
namespace Shop.Zipping;

public class ZippingController(SqliteConnection connection) : ControllerBase
{
    private static readonly string[] s_columns = ["Name", "City", "Street"];

    [HttpGet("zipping")]
    public IActionResult Get([FromQuery] string[] values)
    {
        var conditions = s_columns.Zip(values, (column, value) => column + " = '" + value + "'");
        var sql = "SELECT Id FROM Users WHERE " + string.Join(" AND ", conditions);
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The selector of Zip uses the constant of each pair, and the value only where it is empty.
namespace Shop.Zipping;

public class ZippingController(SqliteConnection connection) : ControllerBase
{
    private static readonly string[] s_columns = ["Name", "City", "Street"];

    [HttpGet("zipping")]
    public IActionResult Get([FromQuery] string[] values)
    {
        var conditions = s_columns.Zip(values, (column, value) => value.Length == 0 ? column + " IS NULL" : column + " IS NOT NULL");
        var sql = "SELECT Id FROM Users WHERE " + string.Join(" AND ", conditions);
        return Ok(connection.Query<int>(sql));
    }
}
