// The value sits three members deep in the body of the request.
public class Order
{
    public Customer Customer { get; set; } = new();

    public int Priority { get; set; }
}

public class Customer
{
    public Address Address { get; set; } = new();
}

public class Address
{
    public string City { get; set; } = "";
}

public class OrdersController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("orders")]
    public IActionResult Similar([FromBody] Order order)
    {
        var city = order.Customer.Address.City;
        return Ok(connection.Query<int>($"SELECT Id FROM Orders WHERE City = '{city}' AND Priority = {order.Priority}", new { city })); // reported
    }
}
//// good twin
// The value that sits three members deep is bound; the number goes into the text.
public class Order
{
    public Customer Customer { get; set; } = new();

    public int Priority { get; set; }
}

public class Customer
{
    public Address Address { get; set; } = new();
}

public class Address
{
    public string City { get; set; } = "";
}

public class OrdersController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("orders")]
    public IActionResult Similar([FromBody] Order order)
    {
        var city = order.Customer.Address.City;
        return Ok(connection.Query<int>($"SELECT Id FROM Orders WHERE City = @city AND Priority = {order.Priority}", new { city }));
    }
}
