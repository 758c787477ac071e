// A cache makes the text of a condition when it has none.
using Microsoft.Extensions.Caching.Memory;

namespace Shop.Caching;

public class PricesController(SqliteConnection connection, IMemoryCache cache) : ControllerBase
{
    [HttpGet("prices")]
    public async Task<IActionResult> Get(string region)
    {
        var condition = await cache.GetOrCreateAsync("prices:" + region, entry =>
        {
            entry.SlidingExpiration = TimeSpan.FromMinutes(5);
            return Task.FromResult(Condition(region));
        });
        return Ok(await connection.QueryAsync("SELECT * FROM Prices WHERE " + condition, new { region })); // reported
    }

    private static string Condition(string region) => region.Length == 0 ? "1 = 1" : $"Region = '{region}'";
}
//// good twin
// The cache makes a constant; the text is only its key.
using Microsoft.Extensions.Caching.Memory;

namespace Shop.Caching;

public class PricesController(SqliteConnection connection, IMemoryCache cache) : ControllerBase
{
    [HttpGet("prices")]
    public async Task<IActionResult> Get(string region)
    {
        var condition = await cache.GetOrCreateAsync("prices:" + region, entry =>
        {
            entry.SlidingExpiration = TimeSpan.FromMinutes(5);
            return Task.FromResult(Condition(region));
        });
        return Ok(await connection.QueryAsync("SELECT * FROM Prices WHERE " + condition, new { region }));
    }

    private static string Condition(string region) => region.Length == 0 ? "1 = 1" : "Region = @region";
}
