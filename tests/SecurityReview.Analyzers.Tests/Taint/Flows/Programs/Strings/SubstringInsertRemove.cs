// The text is cut, something is inserted, something is removed: the rest is still the caller's.
namespace Shop.Cutting;

public class CuttingController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("cutting")]
    public IActionResult Get(string article)
    {
        var number = article.Substring(1).Insert(0, "A-").Remove(40);
        var sql = "SELECT Id FROM Articles WHERE Number = ''";
        sql = sql.Insert(sql.Length - 1, number);
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// What is inserted into the statement is cut from a constant.
namespace Shop.Cutting;

public class CuttingController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("cutting")]
    public IActionResult Get(string article)
    {
        var number = "A-0001,B-0001".Substring(article.Length % 2 * 7).Insert(0, "X-").Remove(8);
        var sql = "SELECT Id FROM Articles WHERE Number = ''";
        sql = sql.Insert(sql.Length - 1, number);
        return Ok(connection.Query<int>(sql));
    }
}
