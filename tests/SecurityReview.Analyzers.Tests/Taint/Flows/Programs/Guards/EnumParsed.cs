// The name of an enum is tried, but the text that the caller sent is composed.
namespace Shop.Enums;

public enum SortColumn
{
    Name,
    Price,
}

public class GoodsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("goods")]
    public IActionResult Get(string sort)
    {
        if (!Enum.TryParse<SortColumn>(sort, ignoreCase: true, out var column))
            column = SortColumn.Name;
        var sql = $"SELECT * FROM Goods ORDER BY {sort}, {column}";
        return Ok(connection.Query(sql)); // reported
    }
}
//// good twin
// The parsed value is composed.
namespace Shop.Enums;

public enum SortColumn
{
    Name,
    Price,
}

public class GoodsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("goods")]
    public IActionResult Get(string sort)
    {
        if (!Enum.TryParse<SortColumn>(sort, ignoreCase: true, out var column))
            column = SortColumn.Name;
        var sql = $"SELECT * FROM Goods ORDER BY {column}";
        return Ok(connection.Query(sql));
    }
}
