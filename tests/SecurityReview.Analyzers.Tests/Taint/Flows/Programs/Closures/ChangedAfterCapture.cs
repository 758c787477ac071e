// The captured variable receives the caller's text after the lambda was made and before it runs.
namespace Shop.Orders;

public class OrdersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("orders")]
    public IActionResult List(string customer)
    {
        var filter = "unknown";
        Func<List<long>> load = () =>
        {
            var sql = $"SELECT Id FROM Orders WHERE Customer = '{filter}'";
            return connection.Query<long>(sql).AsList(); // reported
        };
        filter = customer;
        return Ok(load());
    }
}
//// good twin
// The lambda runs before the captured variable receives the caller's text.
namespace Shop.Orders;

public class OrdersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("orders")]
    public IActionResult List(string customer)
    {
        var filter = "unknown";
        Func<List<long>> load = () =>
        {
            var sql = $"SELECT Id FROM Orders WHERE Customer = '{filter}'";
            return connection.Query<long>(sql).AsList();
        };
        var ids = load();
        filter = customer;
        return Ok(new { ids, filter });
    }
}
