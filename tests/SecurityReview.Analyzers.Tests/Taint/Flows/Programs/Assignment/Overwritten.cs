// A constant is overwritten by what the caller sends before the text is made.
public class ProductsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("products")]
    public ActionResult<IEnumerable<string>> List([FromQuery] string category)
    {
        var filter = "Books";
        filter = category;
        return Ok(connection.Query<string>("SELECT Title FROM Products WHERE Category = '" + filter + "'")); // reported
    }
}
//// good twin
// What the caller sends is overwritten by a constant before the text is made.
public class ProductsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("products")]
    public ActionResult<IEnumerable<string>> List([FromQuery] string category)
    {
        var filter = category;
        filter = "Books";
        return Ok(connection.Query<string>("SELECT Title FROM Products WHERE Category = '" + filter + "'"));
    }
}
