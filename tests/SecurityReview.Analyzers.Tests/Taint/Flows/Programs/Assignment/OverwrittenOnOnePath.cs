// Only one of two branches overwrites what the caller sends.
public class ProductsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("products/sorted")]
    public ActionResult<IEnumerable<string>> Sorted([FromQuery] string column, [FromQuery] bool byPrice)
    {
        var order = column;
        if (byPrice)
        {
            order = "Price";
        }
        else
        {
            column = "Title";
        }

        var sql = $"SELECT Title FROM Products ORDER BY {order}";
        return Ok(connection.Query<string>(sql)); // reported
    }
}
//// good twin
// Both branches overwrite what the caller sends.
public class ProductsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("products/sorted")]
    public ActionResult<IEnumerable<string>> Sorted([FromQuery] string column, [FromQuery] bool byPrice)
    {
        var order = column;
        if (byPrice)
        {
            order = "Price";
        }
        else
        {
            order = "Title";
        }

        var sql = $"SELECT Title FROM Products ORDER BY {order}";
        return Ok(connection.Query<string>(sql));
    }
}
