// SelectMany flattens the lists inside the caller's objects.
namespace Shop.Flattening;

public record Basket(string Owner, List<Item> Items);

public record Item(string Sku, int Amount);

public class BasketsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("baskets")]
    public IActionResult Post([FromBody] List<Basket> baskets)
    {
        var updated = 0;
        foreach (var sku in baskets.SelectMany(basket => basket.Items, (basket, item) => item.Sku))
        {
            updated += connection.Execute("UPDATE Stock SET Reserved = 1 WHERE Sku = '" + sku + "'"); // reported
        }

        return Ok(updated);
    }
}
//// good twin
// SelectMany takes the number out of the caller's objects.
namespace Shop.Flattening;

public record Basket(string Owner, List<Item> Items);

public record Item(string Sku, int Amount);

public class BasketsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("baskets")]
    public IActionResult Post([FromBody] List<Basket> baskets)
    {
        var updated = 0;
        foreach (var sku in baskets.SelectMany(basket => basket.Items, (basket, item) => item.Amount))
        {
            updated += connection.Execute("UPDATE Stock SET Reserved = 1 WHERE Sku = '" + sku + "'");
        }

        return Ok(updated);
    }
}
