// A typed identifier wraps the text as it is.
namespace Shop.Identifiers;

public readonly record struct CustomerId(string Value)
{
    public static CustomerId Parse(string text) => new(text.Trim());

    public override string ToString() => Value;
}

public class CustomersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("customers/by-id")]
    public IActionResult Get(string id)
    {
        var customer = CustomerId.Parse(id);
        return Ok(connection.Query($"SELECT * FROM Customers WHERE Id = '{customer.Value}'")); // reported
    }
}
//// good twin
// The typed identifier parses a Guid.
namespace Shop.Identifiers;

public readonly record struct CustomerId(string Value)
{
    public static CustomerId Parse(string text) => new(Guid.Parse(text).ToString("N"));

    public override string ToString() => Value;
}

public class CustomersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("customers/by-id")]
    public IActionResult Get(string id)
    {
        var customer = CustomerId.Parse(id);
        return Ok(connection.Query($"SELECT * FROM Customers WHERE Id = '{customer.Value}'"));
    }
}
