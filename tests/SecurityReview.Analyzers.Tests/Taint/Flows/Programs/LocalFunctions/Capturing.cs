// A local function captures the caller's text and puts it into the statement.
namespace Shop.Prices;

public class PricesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("prices")]
    public IActionResult Get(string currency)
    {
        var sql = "SELECT Amount FROM Prices" + Where();
        return Ok(connection.Query<decimal>(sql)); // reported

        string Where()
        {
            return " WHERE Currency = '" + currency + "'";
        }
    }
}
//// good twin
// The local function captures the text and tells only whether it is there.
namespace Shop.Prices;

public class PricesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("prices")]
    public IActionResult Get(string currency)
    {
        var sql = "SELECT Amount FROM Prices" + Where();
        return Ok(connection.Query<decimal>(sql));

        string Where()
        {
            return currency.Length == 0 ? "" : " WHERE Currency IS NOT NULL";
        }
    }
}
