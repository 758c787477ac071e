// A switch expression over constants has a last arm that lets any text through.
namespace Shop.Columns;

public class ColumnsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("columns")]
    public IActionResult Get(string sort)
    {
        var column = sort switch
        {
            "name" => "Name",
            "price" => "UnitPrice",
            _ => sort,
        };
        var sql = "SELECT Id FROM Products ORDER BY " + column;
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// Every arm of the switch expression is a constant.
namespace Shop.Columns;

public class ColumnsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("columns")]
    public IActionResult Get(string sort)
    {
        var column = sort switch
        {
            "name" => "Name",
            "price" => "UnitPrice",
            _ => "Id",
        };
        var sql = "SELECT Id FROM Products ORDER BY " + column;
        return Ok(connection.Query<int>(sql));
    }
}
