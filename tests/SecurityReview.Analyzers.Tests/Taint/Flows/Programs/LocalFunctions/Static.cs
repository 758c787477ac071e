// A static local function gets the text as an argument and gives it back inside a clause.
namespace Shop.Ratings;

public class RatingsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("ratings")]
    public async Task<IActionResult> Get([FromQuery] string product, [FromQuery] int stars)
    {
        static string Clause(string column, object value) => column + " = '" + value + "'";

        var sql = "SELECT * FROM Ratings WHERE " + Clause("Product", product);
        return Ok(await connection.QueryAsync<string>(sql, new { stars })); // reported
    }
}
//// good twin
// The static local function gets a number; the text is bound.
namespace Shop.Ratings;

public class RatingsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("ratings")]
    public async Task<IActionResult> Get([FromQuery] string product, [FromQuery] int stars)
    {
        static string Clause(string column, object value) => column + " = '" + value + "'";

        var sql = "SELECT * FROM Ratings WHERE " + Clause("Stars", stars) + " AND Product = @product";
        return Ok(await connection.QueryAsync<string>(sql, new { product }));
    }
}
