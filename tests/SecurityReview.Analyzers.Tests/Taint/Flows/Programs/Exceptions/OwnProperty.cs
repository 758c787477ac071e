// An own exception carries the name that was not found to the handler, which looks for something like it.
public sealed class ProductMissingException(string product) : Exception("A product is missing.")
{
    public string Product { get; } = product;

    public string Advice { get; } = "Screw";
}

public class ProductsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("products/{product}")]
    public IActionResult Find(string product)
    {
        try
        {
            return Ok(Load(product));
        }
        catch (ProductMissingException missing)
        {
            var similar = connection.Query<string>("SELECT Title FROM Products WHERE Title LIKE '%" + missing.Product + "%'"); // reported
            return NotFound(similar);
        }
    }

    private long Load(string product) =>
        connection.QueryFirstOrDefault<long?>("SELECT Id FROM Products WHERE Title = @product", new { product }) ?? throw new ProductMissingException(product);
}
//// good twin
// The same exception carries the name, and the handler uses its other property.
public sealed class ProductMissingException(string product) : Exception("A product is missing.")
{
    public string Product { get; } = product;

    public string Advice { get; } = "Screw";
}

public class ProductsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("products/{product}")]
    public IActionResult Find(string product)
    {
        try
        {
            return Ok(Load(product));
        }
        catch (ProductMissingException missing)
        {
            var similar = connection.Query<string>("SELECT Title FROM Products WHERE Title LIKE '%" + missing.Advice + "%'");
            return NotFound(similar);
        }
    }

    private long Load(string product) =>
        connection.QueryFirstOrDefault<long?>("SELECT Id FROM Products WHERE Title = @product", new { product }) ?? throw new ProductMissingException(product);
}
