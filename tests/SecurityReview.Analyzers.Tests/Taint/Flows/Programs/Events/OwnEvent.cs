// An event of the program carries the caller's text to a handler that queries with it.
namespace Shop.Notifications;

public class OrderDesk
{
    public event Action<string>? Placed;

    public void Place(string product) => Placed?.Invoke(product);
}

public class DeskController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("desk")]
    public IActionResult Post([FromForm] string product)
    {
        var desk = new OrderDesk();
        desk.Placed += OnPlaced;
        desk.Place(product);
        return Ok();
    }

    private void OnPlaced(string product)
    {
        var sql = "UPDATE Stock SET Reserved = Reserved + 1 WHERE Product = '" + product + "'";
        connection.Execute(sql); // reported
    }
}
//// good twin
// The event carries a constant to the handler.
namespace Shop.Notifications;

public class OrderDesk
{
    public event Action<string>? Placed;

    public void Place(string product) => Placed?.Invoke(product);
}

public class DeskController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("desk")]
    public IActionResult Post([FromForm] string product)
    {
        var desk = new OrderDesk();
        desk.Placed += OnPlaced;
        desk.Place(product.Length > 0 ? "listed" : "unlisted");
        return Ok();
    }

    private void OnPlaced(string product)
    {
        var sql = "UPDATE Stock SET Reserved = Reserved + 1 WHERE Product = '" + product + "'";
        connection.Execute(sql);
    }
}
