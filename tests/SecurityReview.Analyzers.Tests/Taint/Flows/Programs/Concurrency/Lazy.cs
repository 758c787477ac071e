// A lazy value is computed from the caller's text when it is first read.
namespace Shop.Laziness;

public class LazyController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("lazy")]
    public IActionResult Get(string category)
    {
        var filter = new Lazy<string>(() => category.Length == 0 ? "1 = 1" : "Category = '" + category + "'");
        var sql = "SELECT Id FROM Goods WHERE " + filter.Value;
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The factory of the lazy value chooses between constants.
namespace Shop.Laziness;

public class LazyController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("lazy")]
    public IActionResult Get(string category)
    {
        var filter = new Lazy<string>(() => category.Length == 0 ? "1 = 1" : "Category IS NOT NULL");
        var sql = "SELECT Id FROM Goods WHERE " + filter.Value;
        return Ok(connection.Query<int>(sql));
    }
}
